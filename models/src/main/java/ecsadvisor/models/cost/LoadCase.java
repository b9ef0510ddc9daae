package ecsadvisor.models.cost;

import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.RequestDay;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.price.TaskSize;
import ecsadvisor.models.replay.LoadHours;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service whose number of tasks can be judged.
 *
 * @param service the facts
 * @param config its inventory
 * @param launchType FARGATE or EC2
 * @param isCpuCapped whether a task cannot use more CPU than it reserves
 * @param size the size that its tasks have
 * @param history what they used, with CPU on every day
 * @param rates what the capacity costs
 * @param priceLevel price level and currency of the rates over those of the settings' money
 */
record LoadCase(
    ServiceFacts service,
    ServiceConfig config,
    LaunchType launchType,
    boolean isCpuCapped,
    TaskSize size,
    SizeHistory history,
    Rates rates,
    double priceLevel) {
  private static final int HOURS = 24;

  /** Cost of one task for an hour. */
  double taskHourCost() {
    return rates.monthly(size, 1) / Rates.HOURS_PER_MONTH;
  }

  /** Minutes with CPU over the minutes at which it is expected, 0..1. */
  double coverage() {
    ScheduledGaps gaps = ScheduledGaps.of(history.days());
    double expected = 0;
    double minutes = 0;
    for (SizedDay day : history.days()) {
      if (day.cpu() != null) {
        double dayExpected = gaps.expectedMinutes(day.day());
        expected += dayExpected;
        minutes += Math.min(day.cpu().minutes(), dayExpected);
      }
    }
    return expected == 0 ? 0 : minutes / expected;
  }

  /** Days with CPU. */
  int days() {
    return (int) history.days().stream().filter(day -> day.cpu() != null).count();
  }

  /** The confidence that this much history gives. */
  Confidence confidence() {
    double coverage = coverage();
    double ofWindow = Math.min(1, (double) days() / service.window().lookbackDays());
    return new Confidence(Math.min(ofWindow, coverage), days(), coverage);
  }

  /**
   * The window hour by hour. Where telemetry does not count the tasks, a service that nothing
   * scales ran as many as it wants.
   */
  LoadHours hours() {
    LocalDate first = service.window().firstDay();
    int size = service.window().lookbackDays() * HOURS;
    double[][] columns = new double[4][size];
    for (double[] column : columns) {
      Arrays.fill(column, Double.NaN);
    }
    boolean isFixed = config.scaling() == null;
    for (SizedDay day : history.days()) {
      int from = (int) ChronoUnit.DAYS.between(first, day.day()) * HOURS;
      for (int hour = 0; hour < HOURS; hour++) {
        columns[0][from + hour] = mean(day.cpu(), hour) * day.vcpuPerUnit();
        columns[1][from + hour] = maximum(day.cpu(), hour) * day.vcpuPerUnit();
        double counted = mean(day.running(), hour);
        boolean isGuessed =
            Double.isNaN(counted) && isFixed && !Double.isNaN(columns[0][from + hour]);
        columns[2][from + hour] = isGuessed ? config.desiredCount() : counted;
      }
    }
    for (RequestDay day : service.requests()) {
      int from = (int) ChronoUnit.DAYS.between(first, day.day()) * HOURS;
      if (service.window().contains(day.day())) {
        copy(day.hours(), columns[3], from);
      }
    }
    return new LoadHours(first, columns[0], columns[1], columns[2], columns[3]);
  }

  private static void copy(List<Double> values, double[] into, int from) {
    for (int hour = 0; hour < Math.min(HOURS, values.size()); hour++) {
      into[from + hour] = values.get(hour);
    }
  }

  private static double mean(@Nullable DayUsage usage, int hour) {
    return usage == null || usage.hourMeans().size() != HOURS
        ? Double.NaN
        : usage.hourMeans().get(hour);
  }

  private static double maximum(@Nullable DayUsage usage, int hour) {
    return usage == null || usage.hourMaxima().size() != HOURS
        ? Double.NaN
        : usage.hourMaxima().get(hour);
  }
}
