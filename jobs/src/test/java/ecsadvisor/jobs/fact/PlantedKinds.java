package ecsadvisor.jobs.fact;

import ecsadvisor.jobs.generate.bill.PlantedBill.Line;
import ecsadvisor.models.fact.BillMeter;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.UsageKind;
import org.jspecify.annotations.Nullable;

/** What a generated line pays for: the usage types that the generator writes, in plain Java. */
final class PlantedKinds {
  private PlantedKinds() {}

  static UsageKind kind(Line line) {
    String type = line.usageType();
    return switch (line.productCode()) {
      case "AmazonECS" -> ecs(type);
      case "AmazonEC2" -> ec2(type);
      case "AmazonCloudWatch" -> UsageKind.CLOUDWATCH;
      case "AmazonECR" -> UsageKind.ECR_STORAGE;
      case "AWSELB", "AmazonVPC" -> network(type);
      default -> UsageKind.OTHER;
    };
  }

  private static UsageKind ecs(String type) {
    if (type.endsWith("-ECS-EC2-vCPU-Hours")) {
      return UsageKind.ECS_ON_EC2_VCPU;
    }
    if (type.endsWith("-ECS-EC2-GB-Hours")) {
      return UsageKind.ECS_ON_EC2_MEMORY;
    }
    if (type.endsWith("-Windows-OS-Hours:perCPU")) {
      return UsageKind.FARGATE_OS_LICENCE;
    }
    if (type.contains("DataTransfer-")) {
      return UsageKind.DATA_TRANSFER;
    }
    if (type.endsWith("vCPU-Hours:perCPU")) {
      return UsageKind.FARGATE_VCPU;
    }
    return type.endsWith("-GB-Hours") ? UsageKind.FARGATE_MEMORY : UsageKind.OTHER;
  }

  private static UsageKind ec2(String type) {
    if (type.contains("BoxUsage:") || type.contains("SpotUsage:")) {
      return UsageKind.EC2_INSTANCE;
    }
    return type.contains("EBS:") ? UsageKind.EBS_STORAGE : network(type);
  }

  private static UsageKind network(String type) {
    if (type.endsWith("LoadBalancerUsage")) {
      return UsageKind.LOAD_BALANCER_HOURS;
    }
    if (type.endsWith("LCUUsage")) {
      return UsageKind.LOAD_BALANCER_CAPACITY;
    }
    if (type.contains("NatGateway-")) {
      return UsageKind.NAT_GATEWAY;
    }
    return type.contains("PublicIPv4:") ? UsageKind.PUBLIC_IPV4 : UsageKind.OTHER;
  }

  static Platform platform(Line line) {
    String type = line.usageType();
    if (!line.productCode().equals("AmazonECS") || !type.contains("Fargate-")) {
      return Platform.UNKNOWN;
    }
    if (type.contains("Fargate-ARM-")) {
      return Platform.ARM;
    }
    return type.contains("Fargate-Windows-") ? Platform.WINDOWS : Platform.X86;
  }

  static PurchaseOption option(Line line) {
    return switch (line.chargeType()) {
      case "SavingsPlanCoveredUsage" -> PurchaseOption.SAVINGS_PLAN;
      case "DiscountedUsage" -> PurchaseOption.RESERVED;
      case "Usage" ->
          line.usageType().contains("SpotUsage") ? PurchaseOption.SPOT : PurchaseOption.ON_DEMAND;
      default -> PurchaseOption.NONE;
    };
  }

  /** What a commitment can cover, else null. */
  static @Nullable String family(Line line) {
    PurchaseOption option = option(line);
    if (option == PurchaseOption.NONE || option == PurchaseOption.SPOT || line.split()) {
      return null;
    }
    return switch (kind(line)) {
      case FARGATE_VCPU, FARGATE_MEMORY -> "FARGATE";
      case EC2_INSTANCE -> line.usageType().replaceAll(".*:", "").replaceAll("\\..*", "");
      default -> null;
    };
  }

  /** The resource where services share it, else null. */
  static @Nullable String shared(Line line) {
    if (line.resourceId().isEmpty()) {
      return null;
    }
    return switch (kind(line)) {
      case EC2_INSTANCE, LOAD_BALANCER_HOURS, LOAD_BALANCER_CAPACITY, NAT_GATEWAY, ECR_STORAGE ->
          line.resourceId();
      case EBS_STORAGE -> line.resourceId().contains("vol-") ? line.resourceId() : null;
      default -> null;
    };
  }

  /** What the fold calls the line's meter, else null. */
  static @Nullable String meter(Line line) {
    if (option(line) == PurchaseOption.NONE) {
      return null;
    }
    boolean logs = line.usageType().endsWith("DataProcessing-Bytes");
    return switch (line.productCode()) {
      case "AmazonGuardDuty", "AWSCloudTrail", "AWSConfig", "AWSSecurityHub" ->
          "meter:" + line.productCode() + "/" + line.usageType();
      case "AmazonVPC" ->
          line.usageType().contains("PublicIPv4:") ? "meter:AmazonVPC/" + line.usageType() : null;
      case "AmazonCloudWatch" -> logs ? "meter:" + line.resourceId() : null;
      case "AmazonECS" ->
          kind(line) == UsageKind.FARGATE_VCPU && platform(line) != Platform.WINDOWS
              ? "meter:" + BillMeter.FARGATE_VCPU_HOURS
              : null;
      default -> null;
    };
  }
}
