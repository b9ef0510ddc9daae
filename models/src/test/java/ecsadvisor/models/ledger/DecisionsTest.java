package ecsadvisor.models.ledger;

import static ecsadvisor.models.ledger.Advice.SETTINGS;
import static ecsadvisor.models.ledger.Advice.week;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionsTest {
  private static Decision decision(DecisionKind kind, String reason, String author) {
    return new Decision("x", kind, reason, null, author, week(0));
  }

  private static List<String> problems(Decision decision, int week) {
    return Decisions.problems(List.of(decision), Set.of("x"), week(week), SETTINGS.lifecycle())
        .stream()
        .map(Decisions.Problem::why)
        .toList();
  }

  private static boolean isHeeded(Decision decision) {
    return Decisions.heeded(List.of(decision), week(0)).containsKey("x");
  }

  @Test
  void aDismissalWithAuthorAndReasonIsHeeded() {
    Decision decision = decision(DecisionKind.DISMISSED, "other", "ana");

    assertEquals(List.of(), problems(decision, 0));
    assertEquals(true, isHeeded(decision));
  }

  @Test
  void adviceIsNotSilencedWithoutAnAuthor() {
    Decision decision = decision(DecisionKind.DISMISSED, "other", " ");

    assertEquals(List.of("no author"), problems(decision, 0));
    assertEquals(false, isHeeded(decision));
  }

  @Test
  void adviceIsNotSilencedWithoutAReason() {
    assertEquals(List.of("no reason"), problems(decision(DecisionKind.DISMISSED, "", "ana"), 0));
  }

  @Test
  void aSnoozeNeedsAnEnd() {
    assertEquals(
        List.of("snoozed without an end"),
        problems(decision(DecisionKind.SNOOZED, "later", "ana"), 0));
  }

  @Test
  void workNeedsNoReason() {
    assertEquals(List.of(), problems(decision(DecisionKind.IN_PROGRESS, "", ""), 0));
  }

  @Test
  void unknownIdsAreNamed() {
    assertEquals(
        List.of("no recommendation has this id"),
        Decisions.problems(
                List.of(decision(DecisionKind.IN_PROGRESS, "", "")),
                Set.of(),
                week(0),
                SETTINGS.lifecycle())
            .stream()
            .map(Decisions.Problem::why)
            .toList());
  }

  @Test
  void decisionsOfTheFutureAreNamed() {
    assertEquals(
        List.of("decided after the days that this run looks at"),
        problems(decision(DecisionKind.IN_PROGRESS, "", ""), -2));
  }

  @Test
  void kindsAreReadInAnyLetterCase() {
    assertEquals(DecisionKind.IN_PROGRESS, DecisionKind.of(" INPROGRESS "));
    assertNull(DecisionKind.of("Done"));
  }
}
