package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.UsageKind;
import org.apache.spark.sql.Column;

/**
 * Tells from product code and usage type what a line pays for.
 *
 * <p>A usage type is {@code [<region>-]<name>[:<detail>]}. Names of ECS are compared whole, after
 * an optional region and {@code SpotUsage-}: {@code Fargate-ARM-GB-Hours} is no {@code
 * Fargate-GB-Hours}. Tasks of EKS on Fargate have the same usage types under another product code
 * and are none of ours. Rules on other products test what the name contains, cheapest first.
 */
public final class UsageTypes {
  /** The family of what a commitment can cover on Fargate, of ECS and EKS alike. */
  public static final String FARGATE = "FARGATE";

  /** The family of what it can cover of Lambda. */
  public static final String LAMBDA = "LAMBDA";

  /**
   * Usage units in one unit of a product of {@link #isEvidence} and of CloudWatch: events by the
   * billion fit, and parts of a vCPU-month still count.
   */
  public static final long PER_EVIDENCE_UNIT = 1_000_000L;

  private UsageTypes() {}

  /**
   * The instance family of a line of an EC2 instance: {@code m5} of {@code EU-BoxUsage:m5.large}. A
   * usage type without a detail is one of {@code m1.small}.
   */
  public static Column instanceFamily(Column usageType) {
    return when(
            usageType.contains(":"), substring_index(substring_index(usageType, ":", -1), ".", 1))
        .otherwise("m1");
  }

  /**
   * {@link #FARGATE} for tasks of EKS and {@link #LAMBDA} for the duration of functions, which a
   * Compute Savings Plan covers beside ECS and EC2; else null. Requests, functions at the edge and
   * Spot are not covered.
   */
  public static Column committableFamilyOfOthers(Column product, Column usageType) {
    Column fargate =
        usageType
            .contains("Fargate-")
            .and(not(isSpot(usageType)))
            .and(
                usageType
                    .endsWith("vCPU-Hours:perCPU")
                    .or(
                        usageType
                            .endsWith("GB-Hours")
                            .and(not(usageType.contains("EphemeralStorage")))));
    Column lambda =
        usageType.contains("Lambda-GB-Second").or(usageType.contains("Lambda-Provisioned-"));
    return when(product.equalTo("AmazonEKS").and(fargate), FARGATE)
        .when(product.equalTo("AWSLambda").and(lambda), LAMBDA);
  }

  /** Name of the {@link UsageKind} of a line of any product but ECS. */
  public static Column kindOfOthers(Column product, Column usageType) {
    return when(product.equalTo("AmazonEC2"), ec2(usageType))
        .when(product.equalTo("AmazonCloudWatch"), lit(UsageKind.CLOUDWATCH.name()))
        .when(
            product.equalTo("AmazonECR").and(usageType.endsWith("TimedStorage-ByteHrs")),
            lit(UsageKind.ECR_STORAGE.name()))
        .when(
            product.isin("AWSELB", "AmazonVPC"),
            network(usageType)
                .when(isTransfer(usageType), lit(UsageKind.DATA_TRANSFER.name()))
                .otherwise(lit(UsageKind.OTHER.name())))
        .when(
            product.equalTo("AWSDataTransfer").or(isTransfer(usageType)),
            lit(UsageKind.DATA_TRANSFER.name()))
        .otherwise(lit(UsageKind.OTHER.name()));
  }

  /** Name of the {@link Platform} of a line of ECS; of other kinds than Fargate it says none. */
  public static Column platformOfEcs(Column usageType) {
    return when(usageType.contains("Fargate-ARM-"), lit(Platform.ARM.name()))
        .when(usageType.contains("Fargate-Windows-"), lit(Platform.WINDOWS.name()))
        .when(usageType.contains("Fargate-"), lit(Platform.X86.name()))
        .otherwise(lit(Platform.UNKNOWN.name()));
  }

  /** Whether the usage type is one of Spot capacity, on Fargate or EC2. */
  static Column isSpot(Column usageType) {
    return usageType.contains("SpotUsage");
  }

  /**
   * Usage units of a line, of products whose amounts are hours, gigabytes and the like, on lines
   * whose usage counts; of products that are evidence in coarser ones, {@link #PER_EVIDENCE_UNIT}.
   * Amounts of other products (bytes, requests) exceed what fits.
   */
  static Column amount(Column product, Column isUsage, Column amount) {
    Column counted = product.isin("AmazonECS", "AmazonEC2", "AWSELB", "AmazonVPC", "AmazonECR");
    Column evidence = isEvidence(product).or(product.equalTo("AmazonCloudWatch"));
    return when(
            isUsage,
            when(counted, Units.usage(amount)).when(evidence, Units.evidence(amount)).otherwise(0L))
        .otherwise(0L);
  }

  /** Whether the product watches, records, backs up or encrypts, so that its usage proves some. */
  public static Column isEvidence(Column product) {
    return product.isin(
        "AmazonGuardDuty",
        "AWSCloudTrail",
        "AWSConfig",
        "AWSSecurityHub",
        "AWSBackup",
        "awswaf",
        "AWSSecretsManager",
        "awskms");
  }

  /** Name of the {@link UsageKind} of a line of ECS. */
  public static Column kindOfEcs(Column usageType) {
    return when(
            named(usageType, "Fargate-vCPU-Hours:perCPU")
                .or(named(usageType, "Fargate-ARM-vCPU-Hours:perCPU"))
                .or(named(usageType, "Fargate-Windows-vCPU-Hours:perCPU")),
            lit(UsageKind.FARGATE_VCPU.name()))
        .when(
            named(usageType, "Fargate-GB-Hours")
                .or(named(usageType, "Fargate-ARM-GB-Hours"))
                .or(named(usageType, "Fargate-Windows-GB-Hours")),
            lit(UsageKind.FARGATE_MEMORY.name()))
        .when(named(usageType, "ECS-EC2-vCPU-Hours"), lit(UsageKind.ECS_ON_EC2_VCPU.name()))
        .when(named(usageType, "ECS-EC2-GB-Hours"), lit(UsageKind.ECS_ON_EC2_MEMORY.name()))
        .when(
            named(usageType, "Fargate-Windows-OS-Hours:perCPU"),
            lit(UsageKind.FARGATE_OS_LICENCE.name()))
        .when(
            named(usageType, "Fargate-EphemeralStorage-GB-Hours"),
            lit(UsageKind.FARGATE_EPHEMERAL_STORAGE.name()))
        .when(
            usageType.contains("Managed-Instances"),
            lit(UsageKind.ECS_MANAGED_INSTANCES_FEE.name()))
        .when(isTransfer(usageType), lit(UsageKind.DATA_TRANSFER.name()))
        .otherwise(lit(UsageKind.OTHER.name()));
  }

  private static Column ec2(Column usageType) {
    return when(
            usageType
                .contains("BoxUsage")
                .or(usageType.contains("SpotUsage:"))
                .or(usageType.contains("DedicatedUsage:"))
                .or(usageType.contains("UnusedBox:"))
                .or(usageType.contains("UnusedDed:")),
            lit(UsageKind.EC2_INSTANCE.name()))
        .when(usageType.contains("EBS:"), lit(UsageKind.EBS_STORAGE.name()))
        .when(isTransfer(usageType), lit(UsageKind.DATA_TRANSFER.name()))
        .otherwise(network(usageType).otherwise(lit(UsageKind.OTHER.name())));
  }

  private static Column network(Column usageType) {
    return when(usageType.endsWith("LoadBalancerUsage"), lit(UsageKind.LOAD_BALANCER_HOURS.name()))
        .when(usageType.endsWith("LCUUsage"), lit(UsageKind.LOAD_BALANCER_CAPACITY.name()))
        .when(usageType.contains("NatGateway-"), lit(UsageKind.NAT_GATEWAY.name()))
        .when(usageType.contains("PublicIPv4:"), lit(UsageKind.PUBLIC_IPV4.name()))
        .when(usageType.contains("VpcEndpoint-"), lit(UsageKind.VPC_ENDPOINT.name()));
  }

  private static Column isTransfer(Column usageType) {
    return usageType
        .contains("DataTransfer-")
        .or(usageType.endsWith("-AWS-Out-Bytes"))
        .or(usageType.endsWith("-AWS-In-Bytes"));
  }

  /** Whether the usage type is that name, alone or after a region or {@code SpotUsage}. */
  private static Column named(Column usageType, String name) {
    return usageType.endsWith("-" + name).or(usageType.equalTo(name));
  }
}
