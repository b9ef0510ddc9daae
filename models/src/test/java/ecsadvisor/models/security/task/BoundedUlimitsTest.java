package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.ContainerBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedUlimitsTest {
  private final BoundedUlimits check = new BoundedUlimits();

  private Verdict verdict(ContainerBuilder container) {
    return check.judge(security().runs(task().container(container)).facts()).verdict();
  }

  @Test
  void anUnlimitedLimitFails() {
    CheckResult result =
        check.judge(
            security().runs(task().container(container("app").ulimit("nofile", -1, -1))).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.UNBOUNDED_ULIMIT), result.reasons());
    assertTrue(result.because().contains(new Evidence("app.ulimits", "nofile unlimited")));
  }

  @Test
  void aNumberOrNothingPasses() {
    assertEquals(Verdict.PASS, verdict(container("app").ulimit("nofile", 1024, 65_535)));
    assertEquals(Verdict.PASS, verdict(container("app")));
  }

  @Test
  void theLargestNumberIsNoBound() {
    assertEquals(
        Verdict.FAIL, verdict(container("app").ulimit("memlock", 1024, Integer.MAX_VALUE)));
  }

  @Test
  void aLimitThatIsUnlimitedByDefaultPasses() {
    assertEquals(Verdict.PASS, verdict(container("app").ulimit("cpu", -1, -1)));
  }

  @Test
  void whatCannotBeReadLacksData() {
    assertEquals(Verdict.NO_DATA, verdict(container("app").leavesOpen("ulimits.hardLimit")));
  }
}
