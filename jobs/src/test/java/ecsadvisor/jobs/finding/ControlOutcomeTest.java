package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlOutcomeTest {
  private static ControlOutcome outcome(Verdict verdict, String reason, double saves) {
    return new ControlOutcome(
        "COST-01", verdict, reason, reason + "=1", "", "", saves == 0 ? null : saves);
  }

  @Test
  void aFailureIsStrongerThanWhatIsNotKnownAndThatThanAPass() {
    ControlOutcome fail = outcome(Verdict.FAIL, "F", 5);
    ControlOutcome unknown = outcome(Verdict.NO_DATA, "N", 0);
    ControlOutcome pass = outcome(Verdict.PASS, "P", 0);
    assertEquals(fail, ControlOutcome.worst(List.of(pass, unknown, fail)));
    assertEquals(unknown, ControlOutcome.worst(List.of(pass, unknown)));
    assertEquals(
        pass, ControlOutcome.worst(List.of(outcome(Verdict.NOT_APPLICABLE, "A", 0), pass)));
  }

  @Test
  void failuresOfTheSameRowAreToldTogetherAndTheirSavingsAreNotAddedUp() {
    ControlOutcome both =
        ControlOutcome.worst(
            List.of(outcome(Verdict.FAIL, "IDLE", 40), outcome(Verdict.FAIL, "CPU", 30)));
    assertEquals("IDLE;CPU", both.reasonCodes());
    assertEquals("IDLE=1; CPU=1", both.evidence());
    assertEquals(40.0, both.savesMonthly());
  }
}
