package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.fixture.TaskBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostModeUserDefinedTest {
  private final HostModeUserDefined check = new HostModeUserDefined();

  private Verdict verdict(TaskBuilder task) {
    return check.judge(SecurityBuilder.of(service().ec2()).runs(task).facts()).verdict();
  }

  private static TaskBuilder onHost() {
    return task().networkMode("host").compatibleWith("EC2");
  }

  @Test
  void aContainerThatIsNeitherPrivilegedNorHasAUserFails() {
    CheckResult result =
        check.judge(
            SecurityBuilder.of(service().ec2())
                .runs(onHost().container(container("app").user("root")))
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.ROOT_USER), result.reasons());
    assertTrue(result.because().contains(new Evidence("app.user", "root")));
  }

  @Test
  void privilegedOrAUserIsEnough() {
    assertEquals(Verdict.PASS, verdict(onHost().container(container("app").privileged())));
    assertEquals(Verdict.PASS, verdict(onHost().container(container("app").user("1000"))));
  }

  @Test
  void itIsJudgedContainerByContainer() {
    assertEquals(
        Verdict.FAIL,
        verdict(
            onHost().container(container("a").privileged()).container(container("b").user("0:0"))));
  }

  @Test
  void otherModesPass() {
    assertEquals(Verdict.PASS, verdict(task().networkMode("bridge")));
    assertEquals(Verdict.PASS, verdict(task().networkMode("").compatibleWith("EC2")));
  }

  @Test
  void aPlaceholderThatDecidesLacksData() {
    assertEquals(Verdict.NO_DATA, verdict(onHost().container(container("a").user("${UID}"))));
    assertEquals(
        Verdict.NO_DATA, verdict(onHost().container(container("a").leavesOpen("privileged"))));
    assertEquals(Verdict.NO_DATA, verdict(task().networkMode("${MODE}")));
  }

  @Test
  void aPlaceholderThatDoesNotDecideChangesNothing() {
    assertEquals(
        Verdict.PASS,
        verdict(onHost().container(container("a").user("1").leavesOpen("privileged"))));
    assertEquals(
        Verdict.PASS, verdict(task().networkMode("${MODE}").container(container("a").user("1"))));
  }
}
