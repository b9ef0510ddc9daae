package ecsadvisor.models.cost.anomaly;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Where a series' month ends: what the bill has of it, plus the last level with the pattern of the
 * week on each day to come. A fee on the first of the month is a spike and so goes in once. The
 * interval holds the noise of each day to come and the doubt about the level, which itself walks a
 * little every day.
 *
 * @param monthToDate cost of the month's known days
 * @param expected cost of the whole month
 * @param low less is expected one time in ten
 * @param high more is expected one time in ten
 * @param straightLine the known days stretched to the month's length
 */
public record MonthEnd(
    double monthToDate, double expected, double low, double high, double straightLine) {
  private static final double BAND = 1.2816;
  private static final int LEAST_DAYS = 7;

  /** How far a level walks in a day, as a share of itself. */
  private static final double WALK = 0.003;

  /**
   * The end of a month that the series reaches into.
   *
   * @return null where fewer than seven days say anything
   */
  public static @Nullable MonthEnd of(
      CostSeries series, YearMonth month, double spikeDeviations, double penalty, double share) {
    if (series.size() < LEAST_DAYS) {
      return null;
    }
    CostFit fit = CostFit.of(series, spikeDeviations, penalty, share);
    if (fit.stretches().isEmpty()) {
      return null;
    }
    Stretch last = fit.stretches().get(fit.stretches().size() - 1);
    double noise = fit.pattern().noise();
    double known = 0;
    double toCome = 0;
    double variance = 0;
    int knownDays = 0;
    int daysToCome = 0;
    for (LocalDate day = month.atDay(1);
        !day.isAfter(month.atEndOfMonth());
        day = day.plusDays(1)) {
      int index = (int) (day.toEpochDay() - series.day(0).toEpochDay());
      if (index < 0) {
        continue;
      }
      if (index < series.size() && !Double.isNaN(series.cost(index))) {
        known += series.cost(index);
        knownDays++;
        continue;
      }
      double usual = Math.exp(last.end() + fit.pattern().effectOf(day) + noise * noise / 2);
      toCome += usual;
      variance += Math.pow(usual * noise, 2);
      daysToCome++;
    }
    double levelError =
        Math.sqrt(
            noise * noise / Math.max(1, Math.min(14, last.count())) + WALK * WALK * daysToCome);
    double off = BAND * Math.sqrt(variance + Math.pow(toCome * levelError, 2));
    double expected = known + toCome;
    double straight = knownDays == 0 ? expected : known / knownDays * (knownDays + daysToCome);
    return new MonthEnd(known, expected, Math.max(known, expected - off), expected + off, straight);
  }
}
