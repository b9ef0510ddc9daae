package ecsadvisor.models.ledger;

import static ecsadvisor.models.ledger.Advice.SETTINGS;
import static ecsadvisor.models.ledger.Advice.decided;
import static ecsadvisor.models.ledger.Advice.sees;
import static ecsadvisor.models.ledger.Advice.sighting;
import static ecsadvisor.models.ledger.Advice.week;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Advice x = new Advice();

  private static void stands(Status status, StatusReason reason, LedgerEntry entry) {
    assertEquals(status + " " + reason, entry.status() + " " + entry.standing().reason());
  }

  @Test
  void newAdviceIsOpen() {
    LedgerEntry entry = x.given(0);

    stands(Status.OPEN, StatusReason.NONE, entry);
    assertEquals(week(0), entry.firstSeen());
    assertEquals(0, entry.weeksOpen());
  }

  @Test
  void adviceGivenAgainKeepsItsFirstDayAndAges() {
    x.given(0, 100, Applied.NOT);
    LedgerEntry entry = x.given(2, 120, Applied.NOT);

    assertEquals(week(0), entry.firstSeen());
    assertEquals(week(2), entry.lastSeen());
    assertEquals(2, entry.weeksOpen());
    assertEquals(100, entry.estimatedMonthlyAtFirst());
    assertEquals(120, entry.estimatedMonthlyLast());
  }

  @Test
  void whatIsMissedCountsByDaysAtTheEstimateOfThen() {
    x.given(0, 304, Applied.NOT);
    x.given(1, 608, Applied.NOT);

    assertEquals((7 * 304 + 7 * 608) * 24 / 730.0, x.given(2).missedToDate(), 1e-9);
  }

  @Test
  void adviceThatCostsMoneyMissesNothing() {
    x.given(0, -50, Applied.NOT);

    assertEquals(0, x.given(1, -50, Applied.NOT).missedToDate());
  }

  @Test
  void aChangeThatIsSeenIsImplemented() {
    x.given(0);

    LedgerEntry entry = x.silent(1, Applied.FULLY, Answer.NOTHING_TO_GAIN);

    stands(Status.IMPLEMENTED, StatusReason.CHANGE_SEEN, entry);
    assertEquals(week(1), entry.implementedOn());
  }

  @Test
  void theDayOfTheChangeIsTheDeploymentsWhereKnown() {
    List<LedgerEntry> history =
        new Ledger(SETTINGS).next(List.of(), List.of(sighting("x", 1)), List.of(), null, week(0));
    LocalDate deployed = week(1).minusDays(3);

    LedgerEntry entry =
        new Ledger(SETTINGS)
            .next(
                history,
                List.of(),
                List.of(new Observation("x", Applied.FULLY, Answer.WITHHELD, deployed)),
                null,
                week(1))
            .get(0);

    assertEquals(deployed, entry.implementedOn());
    assertEquals(4, entry.daysOpen());
  }

  @Test
  void vanishedAdviceIsNotTakenForDone() {
    x.given(0);

    stands(
        Status.EXPIRED,
        StatusReason.RECOMMENDATION_IRRELEVANT,
        x.silent(1, Applied.NOT, Answer.NOTHING_TO_GAIN));
  }

  @Test
  void aQuestionThatNoLongerArisesExpires() {
    x.given(0);

    stands(
        Status.EXPIRED,
        StatusReason.OPTIONS_CHANGED,
        x.silent(1, Applied.NOT, Answer.NOT_APPLICABLE));
  }

  @Test
  void adviceOnSomethingGoneExpires() {
    x.given(0);

    stands(
        Status.EXPIRED,
        StatusReason.RESOURCE_DELETED,
        x.silent(1, Applied.GONE, Answer.NOT_APPLICABLE));
  }

  @Test
  void withheldAdviceStaysOpenForSomeWeeks() {
    x.given(0);

    stands(Status.OPEN, StatusReason.EVIDENCE_MISSING, x.silent(4, Applied.NOT, Answer.WITHHELD));
    stands(
        Status.EXPIRED, StatusReason.EVIDENCE_MISSING, x.silent(5, Applied.NOT, Answer.WITHHELD));
  }

  @Test
  void withoutInventoryNobodyKnowsWhetherItWasDone() {
    x.given(0);

    stands(
        Status.OPEN,
        StatusReason.EVIDENCE_MISSING,
        x.silent(1, Applied.UNKNOWN, Answer.NOTHING_TO_GAIN));
  }

  @Test
  void nothingIsMissedWhileEvidenceIsMissing() {
    x.given(0, 304, Applied.NOT);
    double before = x.silent(1, Applied.UNKNOWN, Answer.WITHHELD).missedToDate();

    assertEquals(before, x.silent(2, Applied.UNKNOWN, Answer.WITHHELD).missedToDate());
  }

  @Test
  void evidenceThatIsBackReopensNothing() {
    x.given(0);
    x.silent(1, Applied.UNKNOWN, Answer.WITHHELD);

    stands(Status.OPEN, StatusReason.NONE, x.given(2));
  }

  @Test
  void aChangeMadeWhileEvidenceWasMissingIsCredited() {
    x.given(0);
    x.silent(6, Applied.UNKNOWN, Answer.WITHHELD);

    stands(
        Status.IMPLEMENTED,
        StatusReason.CHANGE_SEEN,
        x.silent(7, Applied.FULLY, Answer.NOTHING_TO_GAIN));
  }

  @Test
  void aPartOfTheChangeIsProgress() {
    x.given(0);

    LedgerEntry entry = x.given(1, 40, Applied.PARTLY);

    stands(Status.IN_PROGRESS, StatusReason.PARTLY_APPLIED, entry);
    assertEquals(week(1), entry.partlyOn());
  }

  @Test
  void aPartThatLeavesNothingToGainIsDone() {
    x.given(0);
    x.given(1, 40, Applied.PARTLY);

    stands(
        Status.IMPLEMENTED,
        StatusReason.PARTLY_APPLIED,
        x.silent(2, Applied.PARTLY, Answer.NOTHING_TO_GAIN));
  }

  @Test
  void aPartThatIsTakenBackIsOpenAgain() {
    x.given(0);
    x.given(1, 40, Applied.PARTLY);

    LedgerEntry entry = x.given(2);

    stands(Status.OPEN, StatusReason.UNDONE, entry);
    assertNull(entry.partlyOn());
  }

  @Test
  void aChangeThatIsTakenBackIsRegressed() {
    x.given(0);
    x.silent(1, Applied.FULLY, Answer.NOTHING_TO_GAIN);

    stands(Status.REGRESSED, StatusReason.UNDONE, x.silent(2, Applied.NOT, Answer.WITHHELD));
  }

  @Test
  void adviceInTheLookBackAfterAChangeIsAnEcho() {
    x.given(0);
    x.silent(1, Applied.FULLY, Answer.NOTHING_TO_GAIN);

    stands(Status.IMPLEMENTED, StatusReason.CHANGE_SEEN, x.given(3, 90, Applied.FULLY));
  }

  @Test
  void anEchoDoesNotChangeTheEstimateThatTheSavingIsHeldAgainst() {
    x.given(0);
    x.silent(1, Applied.FULLY, Answer.NOTHING_TO_GAIN);

    assertEquals(100, x.given(3, 20, Applied.FULLY).estimatedMonthlyLast());
  }

  @Test
  void adviceLongAfterAChangeIsRegressed() {
    x.given(0);
    x.silent(1, Applied.FULLY, Answer.NOTHING_TO_GAIN);

    stands(Status.REGRESSED, StatusReason.READVISED, x.given(7, 90, Applied.FULLY));
  }

  @Test
  void whatRegressedCanBeDoneAgain() {
    x.given(0);
    x.silent(1, Applied.FULLY, Answer.NOTHING_TO_GAIN);
    x.given(2);

    LedgerEntry entry = x.silent(3, Applied.FULLY, Answer.NOTHING_TO_GAIN);

    stands(Status.IMPLEMENTED, StatusReason.CHANGE_SEEN, entry);
    assertEquals(week(3), entry.implementedOn());
  }

  @Test
  void aDecisionBeforeAChangeIsSpentWhenTheChangeIsUndone() {
    x.given(0);
    x.decide(decided("x", DecisionKind.IN_PROGRESS, 0, null));
    x.silent(1, Applied.FULLY, Answer.NOTHING_TO_GAIN);
    stands(Status.REGRESSED, StatusReason.UNDONE, x.given(2));

    x.decide(decided("x", DecisionKind.IN_PROGRESS, 3, null));

    stands(Status.IN_PROGRESS, StatusReason.DECIDED, x.given(3));
  }

  @Test
  void aDoneThingThatIsDeletedLaterStaysDone() {
    x.given(0);
    x.silent(1, Applied.FULLY, Answer.NOTHING_TO_GAIN);

    stands(
        Status.IMPLEMENTED,
        StatusReason.RESOURCE_DELETED,
        x.silent(2, Applied.GONE, Answer.NOT_APPLICABLE));
  }

  @Test
  void aDecisionSetsItInProgressAndCarriesItsAuthor() {
    x.given(0);
    x.decide(decided("x", DecisionKind.IN_PROGRESS, 0, null));

    LedgerEntry entry = x.given(1);

    stands(Status.IN_PROGRESS, StatusReason.DECIDED, entry);
    assertEquals("ana", entry.standing().author());
    assertEquals("DECIDED: low_priority", entry.standing().text());
  }

  @Test
  void workThatIsLateIsOverdue() {
    x.given(0);
    x.decide(decided("x", DecisionKind.IN_PROGRESS, 0, week(1)));

    stands(Status.IN_PROGRESS, StatusReason.DECIDED, x.given(1));
    stands(Status.IN_PROGRESS, StatusReason.OVERDUE, x.given(2));
  }

  @Test
  void workThatLacksEvidenceStaysInProgress() {
    x.given(0);
    x.decide(decided("x", DecisionKind.IN_PROGRESS, 0, null));

    stands(
        Status.IN_PROGRESS,
        StatusReason.EVIDENCE_MISSING,
        x.silent(1, Applied.UNKNOWN, Answer.WITHHELD));
  }

  @Test
  void snoozedAdviceIsBackOnItsDay() {
    x.given(0);
    x.decide(decided("x", DecisionKind.SNOOZED, 0, week(3)));

    LedgerEntry snoozed = x.given(2);
    stands(Status.SNOOZED, StatusReason.DECIDED, snoozed);
    assertEquals(week(3), snoozed.standing().blockedUntil());
    stands(Status.OPEN, StatusReason.SNOOZE_ENDED, x.given(3));
  }

  @Test
  void snoozedAdviceThatVanishedExpiresOnItsDay() {
    x.given(0);
    x.decide(decided("x", DecisionKind.SNOOZED, 0, week(2)));

    assertEquals(Status.SNOOZED, x.silent(1, Applied.NOT, Answer.NOTHING_TO_GAIN).status());
    assertEquals(Status.EXPIRED, x.silent(2, Applied.NOT, Answer.NOTHING_TO_GAIN).status());
  }

  @Test
  void snoozedRegressionsComeBackAsRegressions() {
    x.given(0);
    x.silent(1, Applied.FULLY, Answer.NOTHING_TO_GAIN);
    x.given(2);
    x.decide(decided("x", DecisionKind.SNOOZED, 3, week(4)));
    assertEquals(Status.SNOOZED, x.given(3).status());

    assertEquals(Status.REGRESSED, x.given(4).status());
  }

  @Test
  void dismissedAdviceStaysAwayWhileItIsWorthTheSame() {
    x.given(0);
    x.decide(decided("x", DecisionKind.DISMISSED, 0, null));
    x.given(1);

    stands(Status.DISMISSED, StatusReason.DECIDED, x.given(2, 149, Applied.NOT));
  }

  @Test
  void dismissedAdviceIsBackWhenTheSavingGrew() {
    x.given(0);
    x.decide(decided("x", DecisionKind.DISMISSED, 0, null));
    x.given(1, 140, Applied.NOT);

    stands(Status.OPEN, StatusReason.SAVING_GREW, x.given(2, 150, Applied.NOT));
    stands(Status.OPEN, StatusReason.SAVING_GREW, x.given(3, 120, Applied.NOT));
  }

  @Test
  void dismissedAdviceIsAskedAgainAfterHalfAYear() {
    x.given(0);
    x.decide(decided("x", DecisionKind.DISMISSED, 0, null));
    x.given(25);

    stands(Status.OPEN, StatusReason.DISMISSAL_ENDED, x.given(26));
  }

  @Test
  void aNewDismissalHoldsAtTheNewSaving() {
    x.given(0);
    x.decide(decided("x", DecisionKind.DISMISSED, 0, null));
    x.given(1, 200, Applied.NOT);
    x.decide(decided("x", DecisionKind.DISMISSED, 2, null));

    stands(Status.DISMISSED, StatusReason.DECIDED, x.given(2, 200, Applied.NOT));
    stands(Status.DISMISSED, StatusReason.DECIDED, x.given(3, 290, Applied.NOT));
  }

  @Test
  void dismissedAdviceThatIsDoneAllTheSameIsImplemented() {
    x.given(0);
    x.decide(decided("x", DecisionKind.DISMISSED, 0, null));
    x.given(1);

    assertEquals(Status.IMPLEMENTED, x.silent(2, Applied.FULLY, Answer.NOTHING_TO_GAIN).status());
  }

  @Test
  void dismissalsDoNotExpireWhenTheAdviceVanishes() {
    x.given(0);
    x.decide(decided("x", DecisionKind.DISMISSED, 0, null));

    assertEquals(Status.DISMISSED, x.silent(1, Applied.NOT, Answer.NOTHING_TO_GAIN).status());
  }

  @Test
  void theLatestDecisionHolds() {
    x.given(0);
    x.decide(decided("x", DecisionKind.DISMISSED, 1, null));
    x.decide(decided("x", DecisionKind.IN_PROGRESS, 0, null));

    assertEquals(Status.DISMISSED, x.given(1).status());
  }

  @Test
  void ofDecisionsOfADayTheLastInTheFileHolds() {
    x.given(0);
    x.decide(decided("x", DecisionKind.DISMISSED, 0, null));
    x.decide(decided("x", DecisionKind.IN_PROGRESS, 0, null));

    assertEquals(Status.IN_PROGRESS, x.given(1).status());
  }

  @Test
  void workThatWasSnoozedIsOpenAfterwards() {
    x.given(0);
    x.decide(decided("x", DecisionKind.IN_PROGRESS, 0, null));
    x.given(1);
    x.decide(decided("x", DecisionKind.SNOOZED, 1, week(1).plusDays(2)));

    stands(Status.OPEN, StatusReason.SNOOZE_ENDED, x.given(2));
  }

  @Test
  void aDecisionTakenOutOfTheFileNoLongerHolds() {
    List<Decision> file = List.of(decided("x", DecisionKind.DISMISSED, 0, null));
    Ledger ledger = new Ledger(SETTINGS);
    List<Sighting> given = List.of(sighting("x", 100));
    List<LedgerEntry> dismissed = ledger.next(List.of(), given, List.of(), file, week(0));
    stands(Status.DISMISSED, StatusReason.DECIDED, dismissed.get(0));

    stands(
        Status.OPEN,
        StatusReason.DECISION_WITHDRAWN,
        ledger.next(dismissed, given, List.of(), List.of(), week(1)).get(0));
  }

  @Test
  void withoutADecisionsFileWhatWasDecidedStands() {
    x.given(0);
    x.decide(decided("x", DecisionKind.SNOOZED, 0, week(4)));
    x.given(1);

    assertEquals(Status.SNOOZED, x.givenWithoutFile(2).status());
    stands(Status.OPEN, StatusReason.SNOOZE_ENDED, x.givenWithoutFile(4));
  }

  @Test
  void decisionsOfLaterWeeksDoNotChangeAnOldOne() {
    x.decide(decided("x", DecisionKind.DISMISSED, 2, null));

    assertEquals(Status.OPEN, x.given(0).status());
    assertEquals(Status.OPEN, x.given(1).status());
    assertEquals(Status.DISMISSED, x.given(2).status());
  }

  @Test
  void aDecisionOfTheDaysAfterARunCountsWhenItIsRunAgain() {
    Decision decision =
        new Decision("x", DecisionKind.DISMISSED, "other", null, "ana", week(0).plusDays(3));

    stands(Status.DISMISSED, StatusReason.DECIDED, x.decide(decision).given(0));
  }

  @Test
  void expiredAdviceThatIsGivenAgainIsTheSameRecommendation() {
    x.given(0);
    x.silent(1, Applied.NOT, Answer.NOTHING_TO_GAIN);

    LedgerEntry entry = x.given(2);

    stands(Status.OPEN, StatusReason.REOPENED, entry);
    assertEquals(week(0), entry.firstSeen());
    assertEquals(1, entry.weeksOpen());
  }

  @Test
  void whatExpiredIsNotCreditedLater() {
    x.given(0);
    x.silent(1, Applied.NOT, Answer.NOTHING_TO_GAIN);

    assertEquals(Status.EXPIRED, x.silent(2, Applied.FULLY, Answer.NOTHING_TO_GAIN).status());
  }

  @Test
  void anIdThatNoRunKnowsIsNoEntry() {
    assertEquals(
        List.of(),
        new Ledger(SETTINGS)
            .next(
                List.of(),
                List.of(),
                List.of(sees("y", Applied.FULLY, Answer.WITHHELD)),
                List.of(decided("y", DecisionKind.IN_PROGRESS, 0, null)),
                week(0)));
  }
}
