package ecsadvisor.models.cost.spot;

/**
 * How many of a service's tasks stay on demand, and what that leaves on Spot.
 *
 * <p>In each hour the tasks needed are {@code ceil(tasks x CPU share / CPU share that the others
 * may reach while a pool is gone)}; {@link SurvivableBase} gives that hour's base, and the highest
 * of all hours counts, so every hour of the window would have survived the loss of its largest
 * pool.
 *
 * @param base tasks on demand
 * @param spareTasks tasks added, all on Spot
 * @param tasks fewest tasks in the hour that decides the base, spares included
 * @param needed tasks needed in that hour
 * @param pools pools that the Spot tasks spread over
 * @param survivors tasks left in that hour when the largest pool is lost
 * @param spotTasks mean number of tasks on Spot
 * @param meanTasks mean number of tasks, spares included
 */
public record SpotMix(
    int base,
    int spareTasks,
    int tasks,
    int needed,
    int pools,
    int survivors,
    double spotTasks,
    double meanTasks) {

  /**
   * What decides the mix.
   *
   * @param pools pools that Spot tasks spread over, at least 1
   * @param cpuShareDuringLoss CPU share that the tasks left may reach
   * @param neededShareUnknown share of the tasks that is needed where CPU is not known
   * @param leastBase fewest tasks on demand
   * @param committedShare share of the tasks that a Savings Plan pays anyway
   * @param mayWait whether the service may lose all of its tasks for a while
   */
  public record Terms(
      int pools,
      double cpuShareDuringLoss,
      double neededShareUnknown,
      int leastBase,
      double committedShare,
      boolean mayWait) {}

  /** The mix of the hours with so many tasks added to each. */
  public static SpotMix of(TaskHours hours, Terms terms, int spareTasks) {
    SpotMix mix = new SpotMix(0, spareTasks, 0, 0, terms.pools(), 0, 0, 0);
    boolean first = true;
    for (TaskHour hour : hours.deciding()) {
      int running = (int) Math.max(1, Math.round(hour.tasks()));
      int tasks = running + spareTasks;
      int needed = needed(running, hour.cpuShare(), terms);
      int base = SurvivableBase.of(tasks, needed, terms.pools());
      if (first || base > mix.base || (base == mix.base && tasks < mix.tasks)) {
        mix = new SpotMix(base, spareTasks, tasks, needed, terms.pools(), 0, 0, 0);
        first = false;
      }
    }
    return mix.on(hours, mix.atLeast(hours, terms));
  }

  static int needed(int running, double cpuShare, Terms terms) {
    if (terms.mayWait()) {
      return 0;
    }
    double share =
        Double.isNaN(cpuShare) ? terms.neededShareUnknown() : cpuShare / terms.cpuShareDuringLoss();
    // A hair of tolerance, so that 0.85 of 20 tasks at 0.85 are 20 and not 21.
    return (int) Math.min(running, Math.ceil(running * share - 1e-9));
  }

  private int atLeast(TaskHours hours, Terms terms) {
    double mean = hours.hours().stream().mapToDouble(TaskHour::tasks).average().orElse(0);
    int committed = (int) Math.ceil(terms.committedShare() * mean - 1e-9);
    int least = Math.max(terms.leastBase(), committed);
    return Math.max(base, Math.min(least, hours.most() + spareTasks));
  }

  private SpotMix on(TaskHours hours, int onDemand) {
    double spot = 0;
    double all = 0;
    for (TaskHour hour : hours.hours()) {
      spot += Math.max(0, hour.tasks() + spareTasks - onDemand);
      all += hour.tasks() + spareTasks;
    }
    int count = Math.max(1, hours.hours().size());
    return new SpotMix(
        onDemand,
        spareTasks,
        tasks,
        needed,
        pools,
        SurvivableBase.survivors(tasks, onDemand, pools),
        spot / count,
        all / count);
  }

  /** Share of the tasks on Spot, 0..1. */
  public double spotShare() {
    return meanTasks == 0 ? 0 : spotTasks / meanTasks;
  }
}
