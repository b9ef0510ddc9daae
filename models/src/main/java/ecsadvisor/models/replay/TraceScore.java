package ecsadvisor.models.replay;

/**
 * How a policy did.
 *
 * @param policy its name
 * @param group the services looked at
 * @param weeks service-weeks judged
 * @param regret cost over the oracle's cost, less 1, weighted by money
 * @param regretPerService mean over service-weeks of the same, each with the same weight
 * @param costToCurrent cost over the cost of the provisioned sizes
 * @param cpuBad share of service-weeks with more than 1 % of their samples above the CPU
 * @param cpuCut share of the CPU work above it
 * @param outOfMemoryDays share of service-days above the memory
 * @param churn share of weeks whose size differs from the week before
 * @param refused share of service-weeks without enough history or without days to judge
 */
public record TraceScore(
    String policy,
    Group group,
    int weeks,
    double regret,
    double regretPerService,
    double costToCurrent,
    double cpuBad,
    double cpuCut,
    double outOfMemoryDays,
    double churn,
    double refused) {

  /** Which services a line is about. */
  public enum Group {
    ALL,
    /** More than 250 a month as provisioned, or a mean of at least 0.25 cores in use. */
    LARGE
  }

  static final class Sums {
    int weeks;
    int refused;
    int days;
    int steps;
    int changes;
    int cpuBadWeeks;
    int outOfMemoryDays;
    double cost;
    double oracleCost;
    double currentCost;
    double regretSum;
    double cpuWork;
    double cpuWorkCut;

    TraceScore score(String policy, Group group) {
      return new TraceScore(
          policy,
          group,
          weeks,
          ratio(cost, oracleCost) - 1,
          ratio(regretSum, weeks),
          ratio(cost, currentCost),
          ratio(cpuBadWeeks, weeks),
          ratio(cpuWorkCut, cpuWork),
          ratio(outOfMemoryDays, days),
          ratio(changes, steps),
          ratio(refused, weeks + (double) refused));
    }

    private static double ratio(double part, double whole) {
      return whole == 0 ? 0 : part / whole;
    }
  }
}
