package ecsadvisor.jobs.generate.utilization;

/** Shares as the percentages that CloudWatch shows, with two decimals. */
final class Percent {
  private Percent() {}

  static double of(double share) {
    return Math.rint(share * 10_000) / 100;
  }
}
