package ecsadvisor.models.cost.spot;

import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.price.SpotAdvisor;
import ecsadvisor.models.price.SpotAdvisor.Pool;
import ecsadvisor.models.price.TaskSize;
import ecsadvisor.models.stats.Quantiles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Instance types to run a service's tasks on as Spot: of the general families whose memory per vCPU
 * is nearest to the task's, those with the fewest interruptions first, the highest saving second.
 *
 * @param types the types, best first
 * @param discount low: the least saving of them, expected: the median, high: the most
 * @param interruptedMonthlyShare share of such instances interrupted in a month: their mean
 */
public record SpotTypes(List<String> types, SpotDiscount discount, double interruptedMonthlyShare) {
  private static final double[] GIB_PER_VCPU = {2, 4, 8};

  public SpotTypes {
    types = List.copyOf(types);
  }

  /**
   * The types.
   *
   * @param size what a task reserves
   * @param arm whether the tasks need ARM
   * @param named the only types to look at; empty for all
   * @param count how many to choose
   * @return null where the data has none that fits
   */
  public static @Nullable SpotTypes of(
      SpotAdvisor advisor,
      String region,
      TaskSize size,
      boolean arm,
      List<String> named,
      int count) {
    boolean known = !advisor.pools(region).isEmpty();
    List<Pool> pools = advisor.pools(known ? region : SpotAdvisor.REFERENCE_REGION);
    double ratio = nearestRatio(size);
    List<Pool> chosen = new ArrayList<>();
    for (Pool pool : pools) {
      boolean fits =
          named.isEmpty()
              ? pool.arm() == arm && isRatio(pool, ratio) && holds(pool, size)
              : named.contains(pool.instanceType());
      if (fits && chosen.size() < count) {
        chosen.add(pool);
      }
    }
    return chosen.isEmpty() ? null : of(chosen, words(advisor, region, known));
  }

  private static SpotTypes of(List<Pool> chosen, String words) {
    double[] savings = chosen.stream().mapToDouble(pool -> pool.savingPercent() / 100.0).toArray();
    return new SpotTypes(
        chosen.stream().map(Pool::instanceType).toList(),
        new SpotDiscount(
            Quantiles.linear(savings, 0),
            Quantiles.linear(savings, 0.5),
            Quantiles.linear(savings, 1),
            RateSource.PRICE_FILE,
            words),
        chosen.stream().mapToDouble(Pool::interruptedMonthlyShare).average().orElseThrow());
  }

  private static String words(SpotAdvisor advisor, String region, boolean known) {
    String read = "Spot Instance Advisor snapshot, read on " + advisor.readOn();
    return known ? read : read + ", of " + SpotAdvisor.REFERENCE_REGION + "; it lacks " + region;
  }

  private static double nearestRatio(TaskSize size) {
    double ratio = size.cpuUnits() > 0 ? size.memoryGiB() / size.vcpu() : GIB_PER_VCPU[1];
    double nearest = GIB_PER_VCPU[0];
    for (double candidate : GIB_PER_VCPU) {
      if (Math.abs(Math.log(candidate / ratio)) < Math.abs(Math.log(nearest / ratio))) {
        nearest = candidate;
      }
    }
    return nearest;
  }

  private static boolean isRatio(Pool pool, double ratio) {
    return Math.abs(pool.memoryGiB() / pool.vcpus() - ratio) < 0.5;
  }

  private static boolean holds(Pool pool, TaskSize size) {
    return pool.vcpus() >= size.vcpu() && pool.memoryGiB() * 0.9 >= size.memoryGiB();
  }
}
