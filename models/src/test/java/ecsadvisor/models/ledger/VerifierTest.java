package ecsadvisor.models.ledger;

import static ecsadvisor.models.ledger.PlantedBill.CHANGE;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {
  private static final String ARN = "arn:service";
  private static final LocalDate AS_OF = PlantedBill.LAST;
  private static final Verifier VERIFIER = new Verifier(Verifier.Settings.defaults());

  private static LedgerEntry done(String id, String action, double estimate, LocalDate on) {
    return done(id, action, estimate, on, null);
  }

  private static LedgerEntry done(
      String id, String action, double estimate, LocalDate on, @Nullable Measured baseline) {
    Subject subject =
        new Subject(id, "COST-01", action, "1", "eu-west-1", "c", "s", ARN, "", "", "USD");
    return new LedgerEntry(
        AS_OF,
        subject,
        Standing.of(Status.IMPLEMENTED, StatusReason.CHANGE_SEEN, AS_OF, null),
        on.minusDays(10),
        on.minusDays(1),
        10,
        0,
        estimate,
        estimate,
        "",
        "",
        baseline,
        null,
        on,
        Realized.NONE);
  }

  private static List<VerifiedSaving> verify(List<ResourceDay> days, LedgerEntry... entries) {
    return VERIFIER.verify(List.of(entries), Map.of(ARN, days), PlantedBill.FIRST, AS_OF);
  }

  private static VerifiedSaving rightSize(List<ResourceDay> days) {
    return verify(days, done("a", "Rightsize", 100, CHANGE)).get(0);
  }

  private static double monthly(VerifiedSaving saving) {
    return requireNonNull(saving.monthly());
  }

  private static void recovers(double truth, VerifiedSaving saving) {
    assertEquals("", saving.confounders());
    assertEquals(truth, monthly(saving), 0.05 * truth);
  }

  /** The days with one changed from a day on. */
  private static List<ResourceDay> from(
      LocalDate first, List<ResourceDay> days, UnaryOperator<ResourceDay> change) {
    return days.stream().map(d -> d.day().isBefore(first) ? d : change.apply(d)).toList();
  }

  private static ResourceDay with(
      ResourceDay d, String size, String architecture, double spot, double covered, double rate) {
    return new ResourceDay(
        d.day(),
        d.cost(),
        d.taskHours(),
        d.reservedVcpuHours(),
        d.load(),
        size,
        architecture,
        d.launchType(),
        spot,
        covered,
        rate,
        d.autoScaled());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.4, -0.2, 0, 0.2, 0.4})
  void theTrueSavingIsRecoveredWhateverTheTrafficDoes(double growth) {
    for (long seed = 1; seed <= 50; seed++) {
      PlantedBill bill = new PlantedBill(seed, growth, 0.02).cheaperTasks(0.3);

      recovers(bill.monthly(), rightSize(bill.days()));
    }
  }

  @Test
  void growthDoesNotHideASavingThatTheRawDifferenceDoesNotShow() {
    PlantedBill bill = new PlantedBill(1, 0.4, 0.01).cheaperTasks(0.25);

    VerifiedSaving saving = rightSize(bill.days());

    assertTrue(
        requireNonNull(saving.rawMonthly()) < 0, "raw " + requireNonNull(saving.rawMonthly()));
    recovers(bill.monthly(), saving);
  }

  @Test
  void theSavingAtTheFormerUsageIsFreeOfGrowth() {
    PlantedBill bill = new PlantedBill(1, 0.4, 0).cheaperTasks(0.25);

    VerifiedSaving saving = rightSize(bill.days());

    assertEquals(monthly(saving) / 1.4, requireNonNull(saving.atFormerUsageMonthly()), 1e-6);
  }

  @Test
  void theErrorCoversTheTruthNineTimesInTen() {
    int covered = 0;
    for (long seed = 1; seed <= 200; seed++) {
      PlantedBill bill = new PlantedBill(seed, 0.2, 0.05).cheaperTasks(0.3);
      VerifiedSaving saving = rightSize(bill.days());
      covered += Math.abs(monthly(saving) - bill.monthly()) <= saving.errorMonthly() ? 1 : 0;
    }
    assertTrue(covered >= 170 && covered <= 195, "covered " + covered);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.4, 0, 0.4})
  void smallerTasksOfAScaledServiceAreMeasuredByItsLoad(double growth) {
    for (long seed = 1; seed <= 50; seed++) {
      PlantedBill bill = new PlantedBill(seed, growth, 0.01).smallerTasksOfAScaledService(0.2);

      VerifiedSaving saving = rightSize(bill.days());

      assertEquals(SavingUnit.DAY, saving.unit());
      recovers(bill.monthly(), saving);
    }
  }

  @Test
  void aScaledServiceWithoutLoadIsRefused() {
    List<ResourceDay> days =
        from(
            PlantedBill.FIRST,
            new PlantedBill(1, 0, 0.01).smallerTasksOfAScaledService(0.2).days(),
            d ->
                new ResourceDay(
                    d.day(),
                    d.cost(),
                    d.taskHours(),
                    0,
                    null,
                    d.size(),
                    d.architecture(),
                    d.launchType(),
                    0.0,
                    0.0,
                    0.04,
                    true));

    assertEquals("LOAD_UNKNOWN", rightSize(days).confounders());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.4, 0, 0.4})
  void aScheduleOfAFixedServiceIsMeasuredByTheDay(double growth) {
    for (long seed = 1; seed <= 50; seed++) {
      PlantedBill bill = new PlantedBill(seed, growth, 0.02).fewerHours(0.45);

      recovers(bill.monthly(), verify(bill.days(), done("a", "Schedule", 1, CHANGE)).get(0));
    }
  }

  @Test
  void whatIsStoppedSavesAllThatItCost() {
    List<ResourceDay> days =
        new PlantedBill(1, 0, 0)
            .fewerHours(0).days().stream().filter(d -> d.day().isBefore(CHANGE)).toList();

    VerifiedSaving saving = verify(days, done("a", "Stop", 1, CHANGE)).get(0);

    assertEquals(12 * Month.DAYS, monthly(saving), 1e-9);
  }

  @Test
  void packingIsMeasuredByTheReservedHour() {
    List<ResourceDay> days = new ArrayList<>();
    for (LocalDate day = PlantedBill.FIRST; !day.isAfter(AS_OF); day = day.plusDays(1)) {
      boolean after = !day.isBefore(CHANGE);
      double reserved = after ? 1400 : 1000;
      double cost = reserved * (after ? 0.04 : 0.06);
      days.add(new ResourceDay(day, cost, 0, reserved, null, "", "", "", null, null, null, false));
    }

    VerifiedSaving saving = verify(days, done("a", "ConsolidateInstances", 1, CHANGE)).get(0);

    assertEquals(SavingUnit.RESERVED_VCPU_HOUR, saving.unit());
    assertEquals(0.02 * 1400 * Month.DAYS, monthly(saving), 1e-9);
  }

  @Test
  void twoWeeksAfterTheChangeAreNeeded() {
    List<ResourceDay> days = new PlantedBill(1, 0, 0).cheaperTasks(0.3).days();
    LedgerEntry entry = done("a", "Rightsize", 100, CHANGE);

    assertEquals(
        "FEW_DAYS_AFTER",
        VERIFIER
            .verify(List.of(entry), Map.of(ARN, days), PlantedBill.FIRST, CHANGE.plusDays(13))
            .get(0)
            .confounders());
    assertEquals(
        "",
        VERIFIER
            .verify(List.of(entry), Map.of(ARN, days), PlantedBill.FIRST, CHANGE.plusDays(14))
            .get(0)
            .confounders());
  }

  @Test
  void theBaselineOfTheAdviceStandsInForABillThatDoesNotReachBack() {
    PlantedBill bill = new PlantedBill(1, 0.3, 0.01).cheaperTasks(0.3);
    Measured baseline = Measured.of(bill.days(), CHANGE.minusDays(28), CHANGE.minusDays(1));
    LedgerEntry entry = done("a", "Rightsize", 100, CHANGE, baseline);

    recovers(
        bill.monthly(),
        VERIFIER.verify(List.of(entry), Map.of(ARN, bill.days()), CHANGE, AS_OF).get(0));
  }

  @Test
  void daysThatTheBillNoLongerCoversAreNotDaysWithoutCost() {
    PlantedBill bill = new PlantedBill(1, 0, 0).cheaperTasks(0.3);
    Measured baseline = Measured.of(bill.days(), CHANGE.minusDays(28), CHANGE.minusDays(1));
    LedgerEntry entry = done("a", "Rightsize", 100, CHANGE, baseline);
    LocalDate billFrom = CHANGE.plusDays(4);
    List<ResourceDay> covered =
        bill.days().stream().filter(day -> !day.day().isBefore(billFrom)).toList();

    VerifiedSaving saving =
        VERIFIER.verify(List.of(entry), Map.of(ARN, covered), billFrom, AS_OF).get(0);

    assertEquals(billFrom, saving.fromAfter());
    recovers(bill.monthly(), saving);
    assertEquals(bill.monthly(), monthly(saving), 1e-6);
  }

  @Test
  void withoutBillOrBaselineNothingIsVerified() {
    List<ResourceDay> days = new PlantedBill(1, 0, 0).cheaperTasks(0.3).days();
    LedgerEntry entry = done("a", "Rightsize", 100, CHANGE);

    VerifiedSaving saving =
        VERIFIER.verify(List.of(entry), Map.of(ARN, days), CHANGE, AS_OF).get(0);

    assertNull(saving.monthly());
    assertEquals("FEW_DAYS_BEFORE", saving.confounders());
  }

  @Test
  void aMoveToArmBesideTheAdviceConfoundsIt() {
    List<ResourceDay> days =
        from(
            CHANGE,
            new PlantedBill(1, 0, 0).cheaperTasks(0.3).days(),
            d -> with(d, d.size(), "ARM64", 0, 0, 0.04));

    VerifiedSaving saving = rightSize(days);

    assertNull(saving.monthly());
    assertNotEquals(0, requireNonNull(saving.rawMonthly()));
    assertEquals("ARCHITECTURE_CHANGED", saving.confounders());
  }

  @Test
  void moreSpotACommitmentAndANewPriceAreNamed() {
    List<ResourceDay> days =
        from(
            CHANGE,
            new PlantedBill(1, 0, 0).cheaperTasks(0.3).days(),
            d -> with(d, d.size(), d.architecture(), 0.5, 0.3, 0.03));

    assertEquals(
        "SPOT_SHARE_CHANGED;COMMITMENT_COVERAGE_CHANGED;LIST_PRICE_CHANGED",
        rightSize(days).confounders());
  }

  @Test
  void anotherSizeBesideAScheduleConfoundsIt() {
    List<ResourceDay> days =
        from(
            CHANGE,
            new PlantedBill(1, 0, 0).fewerHours(0.3).days(),
            d -> with(d, "512/1024", d.architecture(), 0, 0, 0.04));

    assertEquals(
        "SIZE_CHANGED", verify(days, done("a", "Schedule", 1, CHANGE)).get(0).confounders());
  }

  @Test
  void aShorterSpanIsTakenWhereALongerOneHoldsAnotherChange() {
    PlantedBill bill = new PlantedBill(1, 0, 0).cheaperTasks(0.3);
    List<ResourceDay> days =
        from(
            CHANGE.plusDays(17),
            bill.days(),
            d -> with(d, "256/512", d.architecture(), 0, 0, 0.04));

    VerifiedSaving saving = rightSize(days);

    assertEquals(14, saving.daysAfter());
    assertEquals("", saving.confounders());
  }

  @Test
  void twoChangesTogetherShareWhatTheySaveByTheirEstimates() {
    PlantedBill bill = new PlantedBill(1, 0.2, 0).cheaperTasks(0.4);
    List<ResourceDay> days =
        from(CHANGE, bill.days(), d -> with(d, d.size(), "ARM64", 0, 0, 0.032));

    List<VerifiedSaving> savings =
        verify(days, done("a", "Rightsize", 300, CHANGE), done("b", "MigrateToArm", 100, CHANGE));

    assertEquals(bill.monthly() * 0.75, monthly(savings.get(0)), 0.01 * bill.monthly());
    assertEquals(bill.monthly() * 0.25, monthly(savings.get(1)), 0.01 * bill.monthly());
    assertTrue(savings.get(0).shared());
  }

  @Test
  void twoChangesFarApartAreMeasuredOneByOne() {
    PlantedBill bill = new PlantedBill(1, 0, 0).cheaperTasks(0.3);
    LocalDate second = CHANGE.plusDays(20);
    List<ResourceDay> days =
        from(
            second,
            bill.days(),
            d ->
                new ResourceDay(
                    d.day(),
                    d.cost() / 2,
                    d.taskHours(),
                    0,
                    null,
                    d.size(),
                    "ARM64",
                    d.launchType(),
                    0.0,
                    0.0,
                    0.04,
                    false));

    List<VerifiedSaving> savings =
        verify(days, done("a", "Rightsize", 300, CHANGE), done("b", "MigrateToArm", 100, second));

    assertEquals(0.05 - 0.035, savings.get(0).costBefore() - savings.get(0).costAfter(), 1e-9);
    assertEquals(0.0175, savings.get(1).costBefore() - savings.get(1).costAfter(), 1e-9);
    assertEquals(false, savings.get(1).shared());
  }

  @Test
  void aChangeUndoneNearbyConfounds() {
    LedgerEntry undone = done("b", "MigrateToArm", 1, CHANGE.minusDays(5));
    undone =
        undone.with(Standing.of(Status.REGRESSED, StatusReason.UNDONE, CHANGE.plusDays(2), null));

    List<VerifiedSaving> savings =
        verify(
            new PlantedBill(1, 0, 0).cheaperTasks(0.3).days(),
            done("a", "Rightsize", 100, CHANGE),
            undone);

    assertEquals(1, savings.size());
    assertEquals("OTHER_CHANGE", savings.get(0).confounders());
  }

  @Test
  void aServiceThatBeganToScaleMeanwhileIsRefused() {
    List<ResourceDay> days =
        from(
            CHANGE,
            new PlantedBill(1, 0, 0).cheaperTasks(0.3).days(),
            d ->
                new ResourceDay(
                    d.day(),
                    d.cost(),
                    d.taskHours(),
                    0,
                    1.0,
                    d.size(),
                    d.architecture(),
                    d.launchType(),
                    0.0,
                    0.0,
                    0.04,
                    true));

    assertTrue(rightSize(days).confounders().contains("OTHER_CHANGE"));
  }

  @Test
  void purchasesAreNotMeasuredOnTheResource() {
    assertEquals(
        "NOT_MEASURABLE",
        verify(List.of(), done("a", "PurchaseSavingsPlans", 1, CHANGE)).get(0).confounders());
  }

  @Test
  void aSavingMeasuredOverTheLongestSpanIsNotMeasuredAgain() {
    List<ResourceDay> days = new PlantedBill(1, 0, 0).cheaperTasks(0.3).days();
    LedgerEntry entry = done("a", "Rightsize", 100, CHANGE);
    LedgerEntry verified = Ledger.withSavings(List.of(entry), verify(days, entry)).get(0);

    assertEquals(Status.VERIFIED, verified.status());
    assertEquals(28, verified.realized().days());
    assertEquals(List.of(), verify(days, verified));
  }

  @Test
  void whatIsSavedInAllCountsFromTheChange() {
    PlantedBill bill = new PlantedBill(1, 0, 0).cheaperTasks(0.3);
    LedgerEntry entry = done("a", "Rightsize", 100, CHANGE);

    LedgerEntry verified = Ledger.withSavings(List.of(entry), verify(bill.days(), entry)).get(0);

    assertEquals(
        40 * requireNonNull(verified.realized().monthly()) / Month.DAYS,
        verified.realized().total(),
        1e-9);
  }

  @Test
  void aRefusedSavingLeavesItsConfoundersAndTheStatus() {
    LedgerEntry entry = done("a", "Rightsize", 100, CHANGE);

    LedgerEntry refused = Ledger.withSavings(List.of(entry), verify(List.of(), entry)).get(0);

    assertEquals(Status.IMPLEMENTED, refused.status());
    assertNull(refused.realized().monthly());
    assertEquals("NO_USAGE", refused.realized().confounders());
  }
}
