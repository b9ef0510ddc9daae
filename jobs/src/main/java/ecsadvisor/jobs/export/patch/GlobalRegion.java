package ecsadvisor.jobs.export.patch;

/** Where a partition keeps the services that belong to no region: billing, budgets, plans. */
final class GlobalRegion {
  private GlobalRegion() {}

  /** The region to call from a subject's region, which may be empty. */
  static String of(String region) {
    if (region.startsWith("cn-")) {
      return "cn-northwest-1";
    }
    return region.startsWith("us-gov-") ? "us-gov-west-1" : "us-east-1";
  }
}
