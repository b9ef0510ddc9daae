package ecsadvisor.jobs.generate.organisation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One day of a service's load in 288 slots of five minutes, as shares of the reservation. A slot
 * without a running task holds NaN.
 */
public final class DayLoad {
  /** Slots of a day. */
  public static final int SLOTS = 288;

  private static final int LEAK_DAYS = 6;

  private final int[] counts = new int[SLOTS];
  private final double[] cpu = new double[SLOTS];
  private final double[] cpuHottest = new double[SLOTS];
  private final double[] cpuWanted = new double[SLOTS];
  private final double[] memory = new double[SLOTS];
  private final double[] memoryHottest = new double[SLOTS];

  private DayLoad() {
    Arrays.fill(cpu, Double.NaN);
    Arrays.fill(cpuHottest, Double.NaN);
    Arrays.fill(memory, Double.NaN);
    Arrays.fill(memoryHottest, Double.NaN);
  }

  /** The load of a service on the day with that index. */
  public static DayLoad of(Service service, Timeline timeline, long seed, int dayIndex) {
    DayLoad load = new DayLoad();
    Workload workload = service.workloadOn(dayIndex);
    SplittableRandom random = Seeds.random(seed, "load", service.arn(), timeline.day(dayIndex));
    int firstHour = timeline.firstHour() + dayIndex * 24;
    double cpuCeiling = service.launch().fargate() ? 1.0 : 4.0;
    double drift = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      int hour = firstHour + slot / 12;
      double jitter = random.nextDouble() * 2 - 1;
      double gust = random.nextDouble();
      drift = 0.8 * drift + 0.2 * jitter;
      int count = service.count(timeline, hour);
      if (count == 0) {
        continue;
      }
      double level = service.level(hour, slot % 12 * 5);
      double share = workload.cpuQuiet() + (workload.cpuPeak() - workload.cpuQuiet()) * level;
      if (service.countRule() == CountRule.TRACKING) {
        share = share * Math.max(level, 0.05) * service.maxTasks() / count;
      }
      double noisy = share * (1 + workload.noise() * (drift * 2 + jitter * 0.5));
      double memoryLevel =
          service.archetype() == Archetype.MEMORY_LEAK ? leaked(dayIndex, slot) : level;
      double memoryShare =
          workload.memoryQuiet()
              + (workload.memoryPeak() - workload.memoryQuiet()) * memoryLevel
              + 0.01 * drift;
      load.counts[slot] = count;
      load.cpu[slot] = clamp(noisy, cpuCeiling / 1.04);
      load.cpuWanted[slot] = noisy * service.slotFactor(0) * (1 + workload.noise() * 2 * gust);
      load.cpuHottest[slot] = clamp(load.cpuWanted[slot], cpuCeiling);
      load.memory[slot] = clamp(memoryShare, 0.955);
      load.memoryHottest[slot] =
          clamp(memoryShare * service.slotFactor(0) * (1 + 0.01 * gust), 0.998);
    }
    return load;
  }

  /** How full a leak is: it fills up over days, is killed, and starts again. */
  private static double leaked(int dayIndex, int slot) {
    double days = dayIndex % LEAK_DAYS + slot / (double) SLOTS;
    return days / LEAK_DAYS;
  }

  /** Whether leaking tasks are killed and replaced at the start of that day. */
  public static boolean leakRestarts(int dayIndex) {
    return dayIndex > 0 && dayIndex % LEAK_DAYS == 0;
  }

  private static double clamp(double value, double ceiling) {
    return Math.min(Math.max(value, 0.0005), ceiling);
  }

  /** Tasks running in a slot. */
  public int count(int slot) {
    return counts[slot];
  }

  /** CPU share of a task of slot factor 1. */
  public double cpu(int slot) {
    return cpu[slot];
  }

  /** CPU share of the hottest task in its hottest minute. */
  public double cpuHottest(int slot) {
    return cpuHottest[slot];
  }

  /** CPU share that the hottest task would have used without any ceiling; 0 without tasks. */
  public double cpuWanted(int slot) {
    return cpuWanted[slot];
  }

  /** Memory share of a task of slot factor 1. */
  public double memory(int slot) {
    return memory[slot];
  }

  /** Memory share of the fullest task. */
  public double memoryHottest(int slot) {
    return memoryHottest[slot];
  }

  /** Mean CPU share over an hour's slots; 0 without tasks. */
  public double hourCpu(int hourOfDay) {
    return hourMean(cpu, hourOfDay);
  }

  /** Mean memory share over an hour's slots; 0 without tasks. */
  public double hourMemory(int hourOfDay) {
    return hourMean(memory, hourOfDay);
  }

  private static double hourMean(double[] values, int hourOfDay) {
    double sum = 0;
    int points = 0;
    for (int slot = hourOfDay * 12; slot < hourOfDay * 12 + 12; slot++) {
      if (!Double.isNaN(values[slot])) {
        sum += values[slot];
        points++;
      }
    }
    return points == 0 ? 0 : sum / points;
  }
}
