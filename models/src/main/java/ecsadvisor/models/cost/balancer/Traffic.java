package ecsadvisor.models.cost.balancer;

import ecsadvisor.models.fact.HourlyMetric;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What went through a load balancer in each hour of the window.
 *
 * <p>Requests are RequestCount of an Application, NewFlowCount of a Network Load Balancer. Most
 * series are published only while there is something to count, so an hour without a value is zero
 * on a day that has others; and a day without any is zero where the load balancer's capacity units
 * were exported and its neighbours' requests were, too.
 */
public final class Traffic {
  private static final int HOURS = 24;

  private final Window window;
  private final double[] requests;
  private final double[] lcus;
  private final double[] healthy;
  private final boolean[] known;

  private Traffic(Window window) {
    this.window = window;
    this.requests = unknown(window);
    this.lcus = unknown(window);
    this.healthy = unknown(window);
    this.known = new boolean[window.lookbackDays()];
  }

  /**
   * The traffic of a load balancer.
   *
   * @param metrics its metrics
   * @param exported days on which its neighbours' requests were exported
   */
  static Traffic of(
      LoadBalancer balancer, List<HourlyMetric> metrics, Set<LocalDate> exported, Window window) {
    Traffic traffic = new Traffic(window);
    String counted = counted(balancer);
    double[] perGroup = unknown(window);
    for (HourlyMetric metric : metrics) {
      if (!window.contains(metric.day())) {
        continue;
      }
      boolean whole = metric.targetGroup().isEmpty();
      if (metric.metric().equals(counted)) {
        traffic.put(whole ? traffic.requests : perGroup, metric, whole ? Math::max : Double::sum);
      } else if (metric.metric().equals("ConsumedLCUs") && whole) {
        traffic.put(traffic.lcus, metric, Math::max);
      } else if (metric.metric().equals("HealthyHostCount")) {
        traffic.put(traffic.healthy, metric, Double::sum);
      }
    }
    traffic.fillDays(perGroup, exported);
    return traffic;
  }

  /** The metric that counts what the load balancer is there for. */
  static String counted(LoadBalancer balancer) {
    return balancer.type().equals("application") ? "RequestCount" : "NewFlowCount";
  }

  private static double[] unknown(Window window) {
    double[] hours = new double[window.lookbackDays() * HOURS];
    Arrays.fill(hours, Double.NaN);
    return hours;
  }

  private void put(double[] target, HourlyMetric metric, DoubleBinaryOperator merge) {
    int start = dayIndex(metric.day()) * HOURS;
    for (int hour = 0; hour < Math.min(HOURS, metric.hours().size()); hour++) {
      double value = metric.hours().get(hour);
      if (!Double.isFinite(value) || value < 0) {
        continue;
      }
      double before = target[start + hour];
      target[start + hour] = Double.isNaN(before) ? value : merge.applyAsDouble(before, value);
    }
  }

  private void fillDays(double[] perGroup, Set<LocalDate> exported) {
    for (int day = 0; day < known.length; day++) {
      boolean own = any(requests, day);
      if (!own && any(perGroup, day)) {
        System.arraycopy(perGroup, day * HOURS, requests, day * HOURS, HOURS);
        own = true;
      }
      known[day] = own || (any(lcus, day) && exported.contains(window.firstDay().plusDays(day)));
      for (int i = day * HOURS; known[day] && i < (day + 1) * HOURS; i++) {
        requests[i] = Double.isNaN(requests[i]) ? 0 : requests[i];
      }
    }
  }

  private static boolean any(double[] hours, int day) {
    return Arrays.stream(hours, day * HOURS, (day + 1) * HOURS).anyMatch(h -> !Double.isNaN(h));
  }

  private int dayIndex(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(window.firstDay(), day);
  }

  /** Days of the window whose requests are known. */
  public int daysKnown() {
    int days = 0;
    for (boolean day : known) {
      days += day ? 1 : 0;
    }
    return days;
  }

  /** Requests of the last days, or null where one of them is not known. */
  public @Nullable Double requestsOfLast(int days) {
    double sum = 0;
    for (int day = Math.max(0, known.length - days); day < known.length; day++) {
      if (!known[day]) {
        return null;
      }
      sum += Arrays.stream(requests, day * HOURS, (day + 1) * HOURS).sum();
    }
    return sum;
  }

  /** Mean requests of a known day; zero without any. */
  public double requestsPerDay() {
    double sum = Arrays.stream(requests).filter(value -> !Double.isNaN(value)).sum();
    return daysKnown() == 0 ? 0 : sum / daysKnown();
  }

  /** Requests of an hour of the window, or NaN. */
  double requests(int hour) {
    return requests[hour];
  }

  /** Capacity units as published in an hour of the window, or NaN. */
  double lcus(int hour) {
    return lcus[hour];
  }

  /** Hours of the window. */
  int hours() {
    return requests.length;
  }

  /** Mean of the capacity units as published, or null where none are known. */
  @Nullable Double meanLcus() {
    return meanOf(lcus, 0);
  }

  /** The same over the last days. */
  @Nullable Double meanLcusOfLast(int days) {
    return meanOf(lcus, Math.max(0, known.length - days) * HOURS);
  }

  /** Most healthy targets in any hour of the last days, or null where a day has no such value. */
  @Nullable Double healthyTargetsOfLast(int days) {
    double most = 0;
    for (int day = Math.max(0, known.length - days); day < known.length; day++) {
      if (!any(healthy, day)) {
        return null;
      }
      for (int i = day * HOURS; i < (day + 1) * HOURS; i++) {
        most = Double.isNaN(healthy[i]) ? most : Math.max(most, healthy[i]);
      }
    }
    return most;
  }

  private static @Nullable Double meanOf(double[] hours, int from) {
    double sum = 0;
    int count = 0;
    for (int i = from; i < hours.length; i++) {
      if (!Double.isNaN(hours[i])) {
        sum += hours[i];
        count++;
      }
    }
    return count == 0 ? null : Double.valueOf(sum / count);
  }
}
