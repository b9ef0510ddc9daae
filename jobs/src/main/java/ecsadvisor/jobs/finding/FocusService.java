package ecsadvisor.jobs.finding;

import ecsadvisor.models.fact.UsageKind;

/** FOCUS's ServiceName and ServiceCategory of what a line of the bill pays for. */
public enum FocusService {
  ECS("Amazon Elastic Container Service", "Compute"),
  EC2("Amazon Elastic Compute Cloud", "Compute"),
  TRANSFER("AWS Data Transfer", "Networking"),
  LOAD_BALANCING("Elastic Load Balancing", "Networking"),
  VPC("Amazon Virtual Private Cloud", "Networking"),
  ECR("Amazon Elastic Container Registry", "Storage"),
  CLOUDWATCH("AmazonCloudWatch", "Management and Governance"),
  OTHER("Other", "Other");

  private final String serviceName;
  private final String category;

  FocusService(String serviceName, String category) {
    this.serviceName = serviceName;
    this.category = category;
  }

  /** The ServiceName. */
  public String serviceName() {
    return serviceName;
  }

  /** The ServiceCategory. */
  public String category() {
    return category;
  }

  static FocusService of(UsageKind kind) {
    return switch (kind) {
      case FARGATE_VCPU,
          FARGATE_MEMORY,
          FARGATE_OS_LICENCE,
          FARGATE_EPHEMERAL_STORAGE,
          ECS_ON_EC2_VCPU,
          ECS_ON_EC2_MEMORY,
          ECS_MANAGED_INSTANCES_FEE ->
          ECS;
      case EC2_INSTANCE, EBS_STORAGE -> EC2;
      case DATA_TRANSFER -> TRANSFER;
      case LOAD_BALANCER_HOURS, LOAD_BALANCER_CAPACITY -> LOAD_BALANCING;
      case NAT_GATEWAY, PUBLIC_IPV4, VPC_ENDPOINT -> VPC;
      case ECR_STORAGE -> ECR;
      case CLOUDWATCH -> CLOUDWATCH;
      case OTHER -> OTHER;
    };
  }
}
