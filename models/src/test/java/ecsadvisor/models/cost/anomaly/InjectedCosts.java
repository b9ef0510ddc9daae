package ecsadvisor.models.cost.anomaly;

import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Daily costs of made-up services: a pattern of the week, noise of 3 % to 8 %, missing days; with
 * or without something injected.
 */
final class InjectedCosts {
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

  /** A series and what is in it: kind, first day and the day after the last. */
  record Case(CostSeries series, @Nullable AnomalyKind kind, int from, int to) {}

  private InjectedCosts() {}

  static Case of(long seed, int days, @Nullable AnomalyKind kind) {
    Random random = new Random(seed);
    double level = Math.exp(2 + 4 * random.nextDouble());
    double noise = 0.03 + 0.05 * random.nextDouble();
    double[] week = new double[7];
    double weekend = 0.4 + 0.6 * random.nextDouble();
    for (int day = 0; day < 7; day++) {
      week[day] = (day < 5 ? 1 : weekend) * Math.exp(0.05 * random.nextGaussian());
    }
    int from = kind == null ? days : start(kind, days, random);
    int to = days;
    if (kind == AnomalyKind.SPIKE) {
      to = Math.min(days, from + 1 + random.nextInt(3));
    }
    double[] costs = new double[days];
    for (int i = 0; i < days; i++) {
      int weekday = FIRST.plusDays(i).getDayOfWeek().getValue() - 1;
      double cost = level * week[weekday] * Math.exp(noise * random.nextGaussian());
      costs[i] = random.nextDouble() < 0.01 ? Double.NaN : cost * factor(kind, i, from, to);
    }
    return new Case(new CostSeries(FIRST, costs), kind, from, to);
  }

  private static int start(AnomalyKind kind, int days, Random random) {
    return switch (kind) {
      case SPIKE -> 14 + random.nextInt(days - 14);
      case STEP -> 14 + random.nextInt(days - 14 - 7);
      case DRIFT -> 20 + random.nextInt(days - 20 - 14);
      case NEW -> 8 + random.nextInt(days - 8);
    };
  }

  private static double factor(@Nullable AnomalyKind kind, int day, int from, int to) {
    if (kind == null || day < from || day >= to) {
      return kind == AnomalyKind.NEW && day < from ? 0 : 1;
    }
    return switch (kind) {
      case SPIKE -> 1.5;
      case STEP -> 1.2;
      case DRIFT -> Math.pow(1.02, day - from + 1);
      case NEW -> 1;
    };
  }
}
