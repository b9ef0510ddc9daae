package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.TaskBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotPrivilegedTest {
  private final NotPrivileged check = new NotPrivileged();

  private Verdict verdict(TaskBuilder task) {
    return check.judge(security().runs(task).facts()).verdict();
  }

  @Test
  void theApisOwnFieldDecides() {
    CheckResult result =
        check.judge(security().runs(task().container(container("app").privileged())).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.PRIVILEGED), result.reasons());
    assertTrue(result.because().contains(new Evidence("container", "app")));
    assertTrue(result.because().contains(new Evidence("app.privileged", "true")));
  }

  @Test
  void absentPasses() {
    assertEquals(Verdict.PASS, verdict(task()));
  }

  @Test
  void oneOfSeveralContainersIsEnough() {
    assertEquals(
        Verdict.FAIL,
        verdict(task().container(container("app")).container(container("log").privileged())));
  }

  @Test
  void aPlaceholderLacksData() {
    CheckResult result =
        check.judge(
            security().runs(task().container(container("app").leavesOpen("privileged"))).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.UNRESOLVED_REFERENCE), result.reasons());
    assertTrue(result.because().contains(new Evidence("unresolved", "app.privileged")));
  }

  @Test
  void aPrivilegedContainerFailsBesideAPlaceholder() {
    assertEquals(
        Verdict.FAIL,
        verdict(
            task()
                .container(container("a").leavesOpen("privileged"))
                .container(container("b").privileged())));
  }

  @Test
  void containersThatCannotBeReadAreNoPass() {
    assertEquals(Verdict.NO_DATA, verdict(task().leavesOpen("containerDefinitions")));
    assertEquals(
        Verdict.FAIL,
        verdict(task().leavesOpen("containerDefinitions").container(container("a").privileged())));
  }

  @Test
  void aRevisionWithoutContainersLacksData() {
    assertEquals(Verdict.NO_DATA, verdict(task().notDescribed()));
  }
}
