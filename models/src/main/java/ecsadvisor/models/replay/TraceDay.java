package ecsadvisor.models.replay;

import ecsadvisor.models.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A UTC day of a series.
 *
 * @param epochDay days since 1970-01-01
 * @param cpuCores the day's CPU samples, ascending
 * @param cpuP99 their nearest-rank 99th percentile
 * @param memoryMaxMiB the day's highest memory
 * @param provisionedCores cores provisioned at the end of the day
 * @param provisionedMiB memory provisioned at the end of the day
 */
@SuppressWarnings("ArrayRecordComponent") // millions of samples; nobody compares or changes them
public record TraceDay(
    long epochDay,
    float[] cpuCores,
    double cpuP99,
    double memoryMaxMiB,
    double provisionedCores,
    double provisionedMiB) {
  private static final long SECONDS_PER_DAY = 86_400;

  /** The days of a series that have samples, ascending. */
  static List<TraceDay> of(Trace trace) {
    List<TraceDay> days = new ArrayList<>();
    int from = 0;
    while (from < trace.samples()) {
      long day = Math.floorDiv(trace.epochSeconds()[from], SECONDS_PER_DAY);
      int to = from;
      while (to < trace.samples()
          && Math.floorDiv(trace.epochSeconds()[to], SECONDS_PER_DAY) == day) {
        to++;
      }
      days.add(of(trace, day, from, to));
      from = to;
    }
    return days;
  }

  private static TraceDay of(Trace trace, long day, int from, int to) {
    float[] cpu = Arrays.copyOfRange(trace.cpuCores(), from, to);
    Arrays.sort(cpu);
    float memory = 0;
    for (int i = from; i < to; i++) {
      memory = Math.max(memory, trace.memoryMiB()[i]);
    }
    return new TraceDay(
        day,
        cpu,
        Quantiles.nearestRankOfSorted(cpu, 0.99),
        memory,
        trace.provisionedCores()[to - 1],
        trace.provisionedMiB()[to - 1]);
  }

  /** The day's highest CPU. */
  double cpuMax() {
    return cpuCores[cpuCores.length - 1];
  }

  /** Number of samples above a level. */
  int cpuSamplesAbove(double level) {
    int low = 0;
    int high = cpuCores.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cpuCores[middle] > level) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return cpuCores.length - low;
  }
}
