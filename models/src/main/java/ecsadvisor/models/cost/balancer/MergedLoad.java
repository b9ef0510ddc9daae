package ecsadvisor.models.cost.balancer;

import ecsadvisor.models.stats.Quantiles;
import java.util.Arrays;
import java.util.List;

/**
 * Capacity units of several load balancers as one, hour by hour.
 *
 * <p>A capacity unit is the largest of four measures (new connections, active connections, bytes,
 * rule evaluations), and the largest of sums is at most the sum of the largest. So the merged one
 * needs at most what all need together, plus rule evaluations where its rules exceed the ten free
 * ones: {@code requests per second x (rules - 10) / 1000} units if every request runs through all
 * of them. It needs at least what the busiest needs. Only hours known of all count.
 *
 * @param together mean of the sums: what is paid now
 * @param most mean of the upper bound
 * @param least mean of the lower bound
 * @param busyLcus 99th percentile of the upper bound
 */
public record MergedLoad(double together, double most, double least, double busyLcus) {
  private static final int FREE_RULES = 10;
  private static final double EVALUATIONS_PER_UNIT = 1000;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double TAIL = 0.99;

  static MergedLoad of(List<SharedBalancer> balancers) {
    int rules = MergeRule.rules(balancers);
    int hours = balancers.get(0).traffic().hours();
    double[] upper = new double[hours];
    double sums = 0;
    double lower = 0;
    int count = 0;
    for (int hour = 0; hour < hours; hour++) {
      double sum = 0;
      double largest = 0;
      double requests = 0;
      for (SharedBalancer shared : balancers) {
        double lcus = shared.lcus(hour);
        sum += lcus;
        largest = Math.max(largest, lcus);
        requests += shared.traffic().requests(hour);
      }
      if (Double.isNaN(sum) || Double.isNaN(requests)) {
        continue;
      }
      double evaluations =
          requests / SECONDS_PER_HOUR * Math.max(0, rules - FREE_RULES) / EVALUATIONS_PER_UNIT;
      sums += sum;
      lower += largest;
      upper[count++] = Math.max(sum, evaluations);
    }
    if (count == 0) {
      double sum = balancers.stream().mapToDouble(shared -> shared.cost().lcusPerHour()).sum();
      return new MergedLoad(sum, sum, sum, sum);
    }
    double[] known = Arrays.copyOf(upper, count);
    return new MergedLoad(
        sums / count,
        Arrays.stream(known).sum() / count,
        lower / count,
        Quantiles.linear(known, TAIL));
  }

  /** Units an hour that the extra rules may cost. */
  double growth() {
    return Math.max(0, most - together);
  }

  /** Units an hour that may be saved at best. */
  double relief() {
    return Math.max(0, together - least);
  }
}
