package ecsadvisor.models.replay;

import ecsadvisor.models.price.TaskSize;
import ecsadvisor.models.stats.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What others do, to compare with: a percentile of all CPU samples of the history times a factor,
 * the highest memory times a factor, rounded up to the cheapest size that holds both.
 */
public final class Baselines {
  private final List<TaskSize> sizes;
  private final ToDoubleFunction<TaskSize> monthlyCost;

  /**
   * @param sizes the sizes to choose from
   * @param monthlyCost what one costs a month
   */
  public Baselines(List<TaskSize> sizes, ToDoubleFunction<TaskSize> monthlyCost) {
    this.sizes = List.copyOf(sizes);
    this.monthlyCost = monthlyCost;
  }

  /** All of them. */
  public List<TracePolicy> all() {
    return List.of(
        policy("current size", this::provisioned),
        policy("P99.5 x1.2, max x1.2", days -> percentile(days, 0.995, 1.2, 1.2)),
        policy("P99 x1.15, max x1.25", days -> percentile(days, 0.99, 1.15, 1.25)),
        policy("peak x1.15", days -> percentile(days, 1, 1.15, 1.15)));
  }

  /** The cheapest size that holds both; the largest where none does. */
  public TaskSize roundUp(double vcpu, double memoryMiB) {
    TaskSize best = null;
    for (TaskSize size : sizes) {
      if (size.holds(vcpu, memoryMiB)
          && (best == null || monthlyCost.applyAsDouble(size) < monthlyCost.applyAsDouble(best))) {
        best = size;
      }
    }
    return best == null ? sizes.get(sizes.size() - 1) : best;
  }

  private TaskSize provisioned(List<TraceDay> days) {
    TraceDay last = days.get(days.size() - 1);
    return roundUp(last.provisionedCores(), last.provisionedMiB());
  }

  private TaskSize percentile(
      List<TraceDay> days, double q, double cpuFactor, double memoryFactor) {
    double memory = 0;
    for (TraceDay day : days) {
      memory = Math.max(memory, day.memoryMaxMiB());
    }
    double cpu = Quantiles.nearestRankOfSorted(pooled(days), q);
    return roundUp(cpuFactor * cpu, memoryFactor * memory);
  }

  private static float[] pooled(List<TraceDay> days) {
    int size = 0;
    for (TraceDay day : days) {
      size += day.cpuCores().length;
    }
    float[] pooled = new float[size];
    int at = 0;
    for (TraceDay day : days) {
      System.arraycopy(day.cpuCores(), 0, pooled, at, day.cpuCores().length);
      at += day.cpuCores().length;
    }
    Arrays.sort(pooled);
    return pooled;
  }

  private interface Sizing {
    TaskSize of(List<TraceDay> days);
  }

  private static TracePolicy policy(String name, Sizing sizing) {
    return new TracePolicy() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public TaskSize size(List<TraceDay> history, @Nullable TaskSize last) {
        return sizing.of(history);
      }
    };
  }
}
