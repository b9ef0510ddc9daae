package ecsadvisor.models.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A bill with a change planted in it: traffic with a weekly pattern, growth and noise, and a cost
 * that follows it or does not. The true saving is known day by day.
 */
final class PlantedBill {
  static final LocalDate CHANGE = LocalDate.parse("2026-07-08");
  static final LocalDate FIRST = CHANGE.minusDays(40);
  static final LocalDate LAST = CHANGE.plusDays(40);
  static final double TASK_HOUR = 0.05;

  private final Random random;
  private final double growth;
  private final double noise;
  private final List<ResourceDay> days = new ArrayList<>();
  private double saved;
  private int savedDays;

  PlantedBill(long seed, double growth, double noise) {
    this.random = new Random(seed);
    this.growth = growth;
    this.noise = noise;
  }

  /** Tasks follow the traffic; the change makes a task-hour cheaper by a share. */
  PlantedBill cheaperTasks(double share) {
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      double hours = 240 * traffic(day);
      double cost = hours * TASK_HOUR * noise();
      boolean after = !day.isBefore(CHANGE);
      add(day, after ? cost * (1 - share) : cost, hours, null, after ? "512/1024" : "1024/2048");
      count(day, hours * TASK_HOUR * share);
    }
    return this;
  }

  /** A service that scales: smaller tasks, but so many more of them that less is saved. */
  PlantedBill smallerTasksOfAScaledService(double share) {
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      double load = traffic(day);
      double cost = 12 * load * noise();
      boolean after = !day.isBefore(CHANGE);
      double hours = after ? 480 * load : 240 * load;
      days.add(
          new ResourceDay(
              day,
              after ? cost * (1 - share) : cost,
              hours,
              0,
              load,
              after ? "512/1024" : "1024/2048",
              "X86_64",
              "FARGATE",
              0.0,
              0.0,
              0.04,
              true));
      count(day, 12 * load * share);
    }
    return this;
  }

  /** A fixed number of tasks; the change lets them run for a part of the time only. */
  PlantedBill fewerHours(double share) {
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      boolean after = !day.isBefore(CHANGE);
      double cost = 12 * noise();
      add(
          day,
          after ? cost * (1 - share) : cost,
          after ? 240 * (1 - share) : 240,
          traffic(day),
          "1024/2048");
      count(day, 12 * share);
    }
    return this;
  }

  List<ResourceDay> days() {
    return List.copyOf(days);
  }

  /** The true saving of a month at the traffic of some days from the one after the change on. */
  double monthly() {
    return saved / savedDays * Month.DAYS;
  }

  private void count(LocalDate day, double saving) {
    if (day.isAfter(CHANGE) && !day.isAfter(CHANGE.plusDays(28))) {
      saved += saving;
      savedDays++;
    }
  }

  private void add(LocalDate day, double cost, double hours, @Nullable Double load, String size) {
    days.add(
        new ResourceDay(
            day, cost, hours, 0, load, size, "X86_64", "FARGATE", 0.0, 0.0, 0.04, false));
  }

  private double traffic(LocalDate day) {
    double week = day.getDayOfWeek().getValue() >= 6 ? 0.6 : 1.1;
    double grown = day.isBefore(CHANGE) ? 1 : 1 + growth;
    return week * grown * noise();
  }

  private double noise() {
    return 1 + noise * random.nextGaussian();
  }
}
