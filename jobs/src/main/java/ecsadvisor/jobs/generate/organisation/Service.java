package ecsadvisor.jobs.generate.organisation;

import java.util.Set;

/**
 * An ECS service of the organisation, with everything that its files show.
 *
 * @param cluster where it runs
 * @param name its name
 * @param archetype what it is an example of
 * @param launch how its tasks are launched
 * @param pool the EC2 capacity provider; empty on Fargate
 * @param processor architecture and operating system
 * @param cpuUnits task CPU units
 * @param memoryMiB task memory
 * @param tasks the desired (or fewest) number of tasks
 * @param maxTasks the most tasks under a scaling policy
 * @param countRule what sets the number of tasks
 * @param workload how busy the tasks are
 * @param owner value of the tag {@code team}; empty for none
 * @param environment value of the tag {@code environment}; empty for none
 * @param telemetry how its utilization is exported
 * @param firstDay index of the day on which it was created; 0 or less: before the first day
 * @param endDay index of the day on which it was deleted; beyond the last day: it lives
 * @param resizedDay index of the day of its last change of size; beyond the last day: none
 * @param earlierCpuUnits task CPU units before that
 * @param earlierMemoryMiB task memory before that
 * @param committed whether the Savings Plan covers its usage
 * @param loadBalancer name of its load balancer; empty for none
 * @param repository name of its image repository
 * @param imageMiB compressed size of its image
 * @param heapMiB the Java heap pinned by {@code -Xmx}; 0 for none
 * @param sidecar whether a proxy runs beside the application
 * @param tagged whether cost allocation tags reach its lines on the bill
 * @param fileSystem whether it mounts an EFS volume
 * @param flaws what is wrong with it
 */
public record Service(
    Cluster cluster,
    String name,
    Archetype archetype,
    Launch launch,
    String pool,
    Processor processor,
    int cpuUnits,
    int memoryMiB,
    int tasks,
    int maxTasks,
    CountRule countRule,
    Workload workload,
    String owner,
    String environment,
    Telemetry telemetry,
    int firstDay,
    int endDay,
    int resizedDay,
    int earlierCpuUnits,
    int earlierMemoryMiB,
    boolean committed,
    String loadBalancer,
    String repository,
    int imageMiB,
    int heapMiB,
    boolean sidecar,
    boolean tagged,
    boolean fileSystem,
    Set<Flaw> flaws) {

  /** A day index that no window reaches. */
  public static final int NEVER = Integer.MAX_VALUE;

  public Service {
    flaws = Set.copyOf(flaws);
  }

  /** The service's ARN. */
  public String arn() {
    return cluster.arn("ecs", "service/" + cluster.name() + "/" + name);
  }

  /** The family of its task definitions. */
  public String family() {
    return cluster.name() + "-" + name;
  }

  /** Whether it is still there at the end of the window. */
  public boolean alive(Timeline timeline) {
    return endDay >= timeline.days();
  }

  /** Whether it has that flaw, of its own or through its cluster or account. */
  public boolean has(Flaw flaw) {
    return flaws.contains(flaw)
        || cluster.flaws().contains(flaw)
        || cluster.account().flaws().contains(flaw);
  }

  /** Task CPU units on a day. */
  public int cpuUnitsOn(int dayIndex) {
    return dayIndex < resizedDay && resizedDay != NEVER ? earlierCpuUnits : cpuUnits;
  }

  /** Task memory on a day. */
  public int memoryMiBOn(int dayIndex) {
    return dayIndex < resizedDay && resizedDay != NEVER ? earlierMemoryMiB : memoryMiB;
  }

  /** How busy the tasks of that day's size are. */
  Workload workloadOn(int dayIndex) {
    return workload.scaled(
        (double) cpuUnits / cpuUnitsOn(dayIndex), (double) memoryMiB / memoryMiBOn(dayIndex));
  }

  /** Tasks running in an hour. */
  public int count(Timeline timeline, int hour) {
    int dayIndex = (hour - timeline.firstHour()) / 24;
    if (dayIndex < firstDay || dayIndex >= endDay) {
      return 0;
    }
    return switch (countRule) {
      case FIXED -> tasks;
      case TRACKING -> Math.max(tasks, (int) Math.ceil(level(hour) * maxTasks));
      case OFFICE, NIGHT -> level(hour) > 0 ? tasks : 0;
    };
  }

  /** The rhythm's level in the middle of an hour. */
  double level(int hour) {
    return level(hour, 30);
  }

  /** The rhythm's level at a minute of an hour. */
  double level(int hour, int minute) {
    long day = Math.floorDiv(hour, 24);
    int dayOfWeek = (int) Math.floorMod(day + 3, 7L) + 1;
    return workload.shape().level(Math.floorMod(hour, 24) * 60 + minute, dayOfWeek, day);
  }

  /**
   * How much busier than the mean a task is: odd slots a little less, even slots a little more, a
   * single task not at all.
   */
  public double slotFactor(int slot) {
    if (maxTasks == 1) {
      return 1;
    }
    return slot % 2 == 0 ? 1.04 : 0.96;
  }

  /** The mean of {@link #slotFactor} over the first slots. */
  public double meanSlotFactor(int count) {
    if (count == 0) {
      return 1;
    }
    double sum = 0;
    for (int slot = 0; slot < count; slot++) {
      sum += slotFactor(slot);
    }
    return sum / count;
  }
}
