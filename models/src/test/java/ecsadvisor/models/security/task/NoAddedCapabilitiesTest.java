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

class NoAddedCapabilitiesTest {
  private final NoAddedCapabilities check = new NoAddedCapabilities();

  private Verdict verdict(ContainerBuilder container) {
    return check.judge(security().runs(task().container(container)).facts()).verdict();
  }

  @Test
  void aCapabilityThatGovernsTheHostFails() {
    CheckResult result =
        check.judge(security().runs(task().container(container("app").adds("SYS_ADMIN"))).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.ADDED_CAPABILITIES), result.reasons());
    assertTrue(result.because().contains(new Evidence("app.add", "SYS_ADMIN")));
  }

  @Test
  void itsSpellingDoesNotMatter() {
    assertEquals(Verdict.FAIL, verdict(container("app").adds("cap_net_admin")));
    assertEquals(Verdict.FAIL, verdict(container("app").adds("all")));
  }

  @Test
  void harmlessCapabilitiesPass() {
    assertEquals(Verdict.PASS, verdict(container("app").adds("NET_BIND_SERVICE").adds("CHOWN")));
  }

  @Test
  void optionsThatSwitchIsolationOffFail() {
    for (String option :
        List.of(
            "seccomp=unconfined",
            "seccomp:unconfined",
            "apparmor:unconfined",
            "label:disable",
            "no-new-privileges:false")) {
      assertEquals(Verdict.FAIL, verdict(container("app").option(option)), option);
    }
  }

  @Test
  void otherOptionsPass() {
    assertEquals(Verdict.PASS, verdict(container("app").option("no-new-privileges:true")));
    assertEquals(Verdict.PASS, verdict(container("app")));
  }

  @Test
  void bothAreNamed() {
    CheckResult result =
        check.judge(
            security()
                .runs(
                    task()
                        .container(
                            container("app").adds("SYS_PTRACE").option("seccomp=unconfined")))
                .facts());
    assertTrue(result.because().contains(new Evidence("app.add", "SYS_PTRACE")));
    assertTrue(
        result.because().contains(new Evidence("app.dockerSecurityOptions", "seccomp=unconfined")));
  }

  @Test
  void whatCannotBeReadLacksData() {
    assertEquals(Verdict.NO_DATA, verdict(container("app").leavesOpen("linuxParameters")));
    assertEquals(Verdict.NO_DATA, verdict(container("app").leavesOpen("dockerSecurityOptions")));
    assertEquals(
        Verdict.FAIL,
        verdict(container("app").leavesOpen("dockerSecurityOptions").adds("SYS_ADMIN")));
  }
}
