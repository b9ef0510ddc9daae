package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoHostProcessNamespaceTest {
  private final NoHostProcessNamespace check = new NoHostProcessNamespace();

  @Test
  void hostModeFails() {
    CheckResult result = check.judge(security().runs(task().pidMode("host")).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.HOST_PROCESSES), result.reasons());
  }

  @Test
  void absentModePasses() {
    assertEquals(Verdict.PASS, check.judge(security().facts()).verdict());
  }

  @Test
  void aRevisionThatWasNotDescribedIsNoPass() {
    CheckResult result = check.judge(security().runs(task().notDescribed()).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.DESCRIBE_FAILED), result.reasons());
  }

  @Test
  void theWorstRunningRevisionCounts() {
    CheckResult result =
        check.judge(
            security().runs(task().revision(8)).runs(task().revision(7).pidMode("host")).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(
        List.of(CheckReason.HOST_PROCESSES, CheckReason.MIXED_REVISIONS), result.reasons());
  }

  @Test
  void aFixThatIsNotDeployedIsNamed() {
    CheckResult result =
        check.judge(security().runs(task().pidMode("host")).newest(task().revision(9)).facts());
    assertEquals(
        List.of(CheckReason.HOST_PROCESSES, CheckReason.FIX_NOT_DEPLOYED), result.reasons());
  }

  @Test
  void theTasksModeDecidesWhateverItsContainersSay() {
    assertEquals(
        Verdict.FAIL,
        check
            .judge(security().runs(task().pidMode("host").container(container("app"))).facts())
            .verdict());
  }

  @Test
  void aPlaceholderLacksData() {
    CheckResult result =
        check.judge(security().runs(task().pidMode("${PID}").leavesOpen("pidMode")).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.UNRESOLVED_REFERENCE), result.reasons());
  }
}
