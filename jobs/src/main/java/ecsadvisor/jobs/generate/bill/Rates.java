package ecsadvisor.jobs.generate.bill;

import ecsadvisor.jobs.generate.organisation.Processor;

/** Unit prices in USD, as the price lists of us-east-1 and eu-west-1 had them in 2026. */
public final class Rates {
  /** What the Compute Savings Plan takes off Fargate. */
  static final double PLAN_SHARE = 0.80;

  /** What Fargate Spot leaves of the on-demand price. */
  static final double FARGATE_SPOT_SHARE = 0.32;

  /** What an EC2 Spot instance leaves of it. */
  static final double EC2_SPOT_SHARE = 0.38;

  /** Recurring part of a Reserved Instance's hour, as a share of the on-demand price. */
  static final double RESERVED_RECURRING_SHARE = 0.31;

  /** Part of its upfront payment in each hour, likewise. */
  static final double RESERVED_UPFRONT_SHARE = 0.30;

  static final double WINDOWS_LICENCE = 0.046;
  static final double LOAD_BALANCER_HOUR = 0.0225;
  static final double LOAD_BALANCER_LCU = 0.008;
  static final double NAT_HOUR = 0.045;
  static final double NAT_GB = 0.045;
  static final double PUBLIC_ADDRESS_HOUR = 0.005;
  static final double ECR_GB_MONTH = 0.10;
  static final double LOG_GB = 0.50;
  static final double GP3_GB_MONTH = 0.088;
  static final double TRANSFER_GB = 0.01;

  private Rates() {}

  /** On-demand price of a vCPU-hour on Fargate. */
  public static double fargateVcpu(Processor processor) {
    return switch (processor) {
      case X86 -> 0.04048;
      case ARM -> 0.03238;
      case WINDOWS -> 0.09148;
    };
  }

  /** On-demand price of a GB-hour on Fargate. */
  public static double fargateGigabyte(Processor processor) {
    return switch (processor) {
      case X86 -> 0.004445;
      case ARM -> 0.00356;
      case WINDOWS -> 0.01005;
    };
  }

  /** What usage types of ECS, EC2 and other services begin with in a region. */
  static String prefix(String region, String productCode) {
    if (region.equals("us-east-1")) {
      return productCode.equals("AmazonECS") || productCode.equals("AmazonVPC") ? "USE1-" : "";
    }
    return productCode.equals("AmazonECS") || productCode.equals("AmazonEC2") ? "EU-" : "EUW1-";
  }

  /** The region's name in the price list. */
  static String location(String region) {
    return region.equals("us-east-1") ? "US East (N. Virginia)" : "EU (Ireland)";
  }
}
