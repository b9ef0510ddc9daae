package ecsadvisor.models.fact;

/**
 * What a line of the bill pays for, told from product code, usage type and operation. Processor
 * architecture and operating system stand beside it ({@link Platform}), so that no kind is said
 * twice.
 */
public enum UsageKind {
  FARGATE_VCPU,
  FARGATE_MEMORY,
  FARGATE_OS_LICENCE,
  FARGATE_EPHEMERAL_STORAGE,
  /** Zero-priced metering of tasks on EC2; carries the split cost. */
  ECS_ON_EC2_VCPU,
  ECS_ON_EC2_MEMORY,
  ECS_MANAGED_INSTANCES_FEE,
  EC2_INSTANCE,
  EBS_STORAGE,
  DATA_TRANSFER,
  LOAD_BALANCER_HOURS,
  LOAD_BALANCER_CAPACITY,
  NAT_GATEWAY,
  PUBLIC_IPV4,
  VPC_ENDPOINT,
  ECR_STORAGE,
  CLOUDWATCH,
  OTHER
}
