package ecsadvisor.models.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a span of days of a resource cost, and what for.
 *
 * <p>Cost of a unit is {@code u = sum(cost) / sum(units)}; its standard error is that of a ratio of
 * sums, {@code sqrt(n / (n - 1) sum((cost - u units)^2)) / sum(units)} (W. G. Cochran, Sampling
 * Techniques, 3rd edition, 2.11). How the cost of a day follows its load is the least-squares line
 * over the days, as IPMVP's option C adjusts a baseline.
 *
 * @param from first day
 * @param through last day
 * @param cost sum of the days
 * @param taskHours likewise
 * @param reservedVcpuHours likewise
 * @param taskHourError standard error of the cost of a task-hour
 * @param vcpuHourError standard error of the cost of a reserved vCPU-hour
 * @param dayError standard error of the cost of a day about the line
 * @param loadPerDay mean load; null where it is not known of every day with cost
 * @param costPerLoad how much a unit of load more costs; 0 where the load does not tell
 * @param costPerLoadError its standard error
 * @param size the days' common task size; {@value #MIXED} for several, empty for unknown
 * @param architecture likewise
 * @param launchType likewise
 * @param spotShare mean by task-hours; null where unknown
 * @param coveredShare mean by cost; null where unknown
 * @param listRate mean by cost; null where unknown
 * @param autoScaled whether the number of tasks followed the load on any day
 */
public record Measured(
    LocalDate from,
    LocalDate through,
    double cost,
    double taskHours,
    double reservedVcpuHours,
    double taskHourError,
    double vcpuHourError,
    double dayError,
    @Nullable Double loadPerDay,
    double costPerLoad,
    double costPerLoadError,
    String size,
    String architecture,
    String launchType,
    @Nullable Double spotShare,
    @Nullable Double coveredShare,
    @Nullable Double listRate,
    boolean autoScaled)
    implements Serializable {
  /** Several values where one was looked for. */
  static final String MIXED = "MIXED";

  /**
   * The days of a span, those outside left alone.
   *
   * @param days at most one per day; a day without one cost nothing
   */
  public static Measured of(Collection<ResourceDay> days, LocalDate from, LocalDate through) {
    List<ResourceDay> inside =
        days.stream()
            .filter(day -> !day.day().isBefore(from) && !day.day().isAfter(through))
            .sorted(Comparator.comparing(ResourceDay::day))
            .toList();
    int count = Math.toIntExact(ChronoUnit.DAYS.between(from, through) + 1);
    LoadLine line = LoadLine.of(inside, count);
    return new Measured(
        from,
        through,
        sum(inside, ResourceDay::cost),
        sum(inside, ResourceDay::taskHours),
        sum(inside, ResourceDay::reservedVcpuHours),
        ratioError(inside, ResourceDay::taskHours),
        ratioError(inside, ResourceDay::reservedVcpuHours),
        line.meanError(),
        line.meanLoad(),
        line.slope(),
        line.slopeError(),
        common(inside, ResourceDay::size),
        common(inside, ResourceDay::architecture),
        common(inside, ResourceDay::launchType),
        mean(inside, ResourceDay::spotShare, ResourceDay::taskHours),
        mean(inside, ResourceDay::coveredShare, ResourceDay::cost),
        mean(inside, ResourceDay::listRate, ResourceDay::cost),
        inside.stream().anyMatch(ResourceDay::autoScaled));
  }

  /** Number of days. */
  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, through) + 1);
  }

  public double costPerDay() {
    return cost / days();
  }

  private static double sum(List<ResourceDay> days, ToDoubleFunction<ResourceDay> value) {
    return days.stream().mapToDouble(value).sum();
  }

  private static double ratioError(List<ResourceDay> days, ToDoubleFunction<ResourceDay> units) {
    double total = sum(days, units);
    int count = days.size();
    if (count < 2 || !(total > 0)) {
      return 0;
    }
    double ratio = sum(days, ResourceDay::cost) / total;
    double squares =
        sum(
            days,
            day -> {
              double off = day.cost() - ratio * units.applyAsDouble(day);
              return off * off;
            });
    return Math.sqrt(squares * count / (count - 1)) / total;
  }

  private static String common(List<ResourceDay> days, Function<ResourceDay, String> value) {
    List<String> values = days.stream().map(value).filter(v -> !v.isEmpty()).distinct().toList();
    if (values.isEmpty()) {
      return "";
    }
    return values.size() == 1 ? values.get(0) : MIXED;
  }

  private static @Nullable Double mean(
      List<ResourceDay> days,
      Function<ResourceDay, @Nullable Double> value,
      ToDoubleFunction<ResourceDay> weight) {
    double sum = 0;
    double weights = 0;
    for (ResourceDay day : days) {
      Double known = value.apply(day);
      if (known != null) {
        sum += known * weight.applyAsDouble(day);
        weights += weight.applyAsDouble(day);
      }
    }
    return weights > 0 ? sum / weights : null;
  }
}
