package ecsadvisor.models.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllOfTest {
  private static final CheckResult NONE = CheckResult.notApplicable(CheckReason.NOTHING_KEPT);
  private static final CheckResult OPEN =
      CheckResult.noData(CheckReason.MISSING_EXPORT, "ec2-volume", "Add it.");

  @Test
  void failuresAreToldTogetherWithWhatIsMissing() {
    CheckResult result =
        AllOf.of(
            List.of(
                CheckResult.fail(CheckReason.NOT_ENCRYPTED, new Evidence("volume", "a")),
                OPEN,
                CheckResult.pass(new Evidence("volume", "c")),
                CheckResult.fail(CheckReason.NOT_ENCRYPTED, new Evidence("volume", "b"))),
            NONE);
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.NOT_ENCRYPTED), result.reasons());
    assertEquals(
        List.of(new Evidence("volume", "a"), new Evidence("volume", "b")), result.because());
    assertEquals(OPEN.missing(), result.missing());
  }

  @Test
  void oneOpenAnswerIsNoPass() {
    assertEquals(Verdict.NO_DATA, AllOf.of(List.of(CheckResult.pass(), OPEN), NONE).verdict());
  }

  @Test
  void nothingIsTheAnswerForNothing() {
    assertEquals(NONE, AllOf.of(List.of(), NONE));
  }
}
