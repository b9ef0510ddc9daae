package ecsadvisor.models.ledger;

import static ecsadvisor.models.ledger.Advice.SETTINGS;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The memory week by week over a bill of 32 days, as a job would run it. */
class LedgerVerificationTest {
  private static final LocalDate FIRST_RUN = PlantedBill.CHANGE.minusDays(9);
  private static final Verifier VERIFIER = new Verifier(SETTINGS.verification());

  private static List<LedgerEntry> weeks(PlantedBill bill) {
    List<LedgerEntry> weeks = new ArrayList<>();
    for (LocalDate asOf = FIRST_RUN; !asOf.isAfter(PlantedBill.LAST); asOf = asOf.plusWeeks(1)) {
      LocalDate from = asOf.minusDays(31);
      LocalDate until = asOf;
      List<ResourceDay> days =
          bill.days().stream()
              .filter(day -> !day.day().isBefore(from) && !day.day().isAfter(until))
              .toList();
      weeks.add(run(weeks, days, from, asOf));
    }
    return weeks;
  }

  private static LedgerEntry run(
      List<LedgerEntry> history, List<ResourceDay> days, LocalDate from, LocalDate asOf) {
    boolean changed = !asOf.isBefore(PlantedBill.CHANGE);
    Subject subject = Advice.subject("x", "Rightsize");
    Measured baseline = VERIFIER.baseline(days, from, asOf);
    Sighting sighting = new Sighting(subject, 90, "cpuUnits=1024", "cpuUnits=512", baseline);
    Observation observation =
        new Observation(
            "x",
            changed ? Applied.FULLY : Applied.NOT,
            Answer.NOTHING_TO_GAIN,
            changed ? PlantedBill.CHANGE : null);
    List<LedgerEntry> entries =
        new Ledger(SETTINGS)
            .next(
                history, changed ? List.of() : List.of(sighting), List.of(observation), null, asOf);
    List<VerifiedSaving> savings =
        VERIFIER.verify(entries, Map.of(subject.resourceArn(), days), from, asOf);
    return Ledger.withSavings(entries, savings).get(0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.4, -0.1, 0, 0.1, 0.4})
  void theTrueSavingIsRecoveredThoughTheBillForgetsTheDaysBefore(double growth) {
    for (long seed = 1; seed <= 20; seed++) {
      PlantedBill bill = new PlantedBill(seed, growth, 0.02).cheaperTasks(0.3);

      List<LedgerEntry> weeks = weeks(bill);
      LedgerEntry end = weeks.get(weeks.size() - 1);

      assertEquals(Status.VERIFIED, end.status());
      assertEquals(28, end.realized().days());
      double monthly = requireNonNull(end.realized().monthly());
      assertEquals(bill.monthly(), monthly, 0.05 * bill.monthly());
    }
  }

  @Test
  void itIsVerifiedInTheFirstRunWithTwoWholeWeeksAfterTheChange() {
    List<Status> life =
        weeks(new PlantedBill(1, 0.2, 0.01).cheaperTasks(0.3)).stream()
            .map(LedgerEntry::status)
            .toList();

    assertEquals(
        List.of(
            Status.OPEN,
            Status.OPEN,
            Status.IMPLEMENTED,
            Status.IMPLEMENTED,
            Status.VERIFIED,
            Status.VERIFIED,
            Status.VERIFIED,
            Status.VERIFIED),
        life);
  }
}
