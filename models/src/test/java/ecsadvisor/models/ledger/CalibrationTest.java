package ecsadvisor.models.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final Calibration.Settings SETTINGS = Calibration.Settings.defaults();

  private static LedgerEntry verified(double estimate, double saved, boolean shared) {
    LedgerEntry entry = LedgerEntry.first(Advice.sighting("x", estimate), Advice.week(0));
    return entry.with(
        Standing.of(Status.VERIFIED, StatusReason.SAVING_VERIFIED, Advice.week(0), null),
        Advice.week(0),
        new Realized(2 * saved, 0.0, saved, 0, 28, shared, "", 0, 0));
  }

  private static Calibration of(List<LedgerEntry> entries) {
    return Calibration.byControl(entries, SETTINGS)
        .getOrDefault("COST-01", Calibration.untested("COST-01"));
  }

  @Test
  void withoutAVerifiedSavingEstimatesAreTrusted() {
    assertEquals(100, of(List.of()).calibrated(100));
  }

  @Test
  void oneMissMovesTheFactorALittle() {
    Calibration calibration = of(List.of(verified(100, 40, false)));

    assertEquals(0.4, calibration.medianHitRate());
    assertEquals((0.4 + 5) / 6, calibration.factor(), 1e-12);
  }

  @Test
  void manyMissesMoveItFar() {
    List<LedgerEntry> entries = new ArrayList<>();
    for (int i = 0; i < 95; i++) {
      entries.add(verified(100, 40, false));
    }

    assertEquals(0.43, of(entries).factor(), 1e-12);
  }

  @Test
  void oneWildSavingDoesNotMoveTheMedian() {
    Calibration calibration =
        of(List.of(verified(100, 90, false), verified(100, 100, false), verified(1, 1000, false)));

    assertEquals(1, calibration.medianHitRate());
  }

  @Test
  void growthOfTrafficIsNoMeritOfTheEstimate() {
    assertEquals(1, of(List.of(verified(100, 100, false))).medianHitRate());
  }

  @Test
  void savingsMeasuredTogetherSayNothingOfEach() {
    assertEquals(0, of(List.of(verified(100, 10, true))).verified());
  }

  @Test
  void adviceThatCostsMoneyIsNotMadeCheaper() {
    assertEquals(-50, of(List.of(verified(100, 10, false))).calibrated(-50));
  }
}
