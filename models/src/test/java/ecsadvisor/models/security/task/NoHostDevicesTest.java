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

class NoHostDevicesTest {
  private final NoHostDevices check = new NoHostDevices();

  private Verdict verdict(ContainerBuilder container) {
    return check.judge(security().runs(task().container(container)).facts()).verdict();
  }

  @Test
  void aDeviceFails() {
    CheckResult result =
        check.judge(
            security().runs(task().container(container("app").device("/dev/fuse"))).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.HOST_DEVICE), result.reasons());
    assertTrue(result.because().contains(new Evidence("app.devices", "/dev/fuse")));
  }

  @Test
  void nonePasses() {
    assertEquals(Verdict.PASS, verdict(container("app")));
  }

  @Test
  void whatCannotBeReadLacksData() {
    assertEquals(Verdict.NO_DATA, verdict(container("app").leavesOpen("linuxParameters.devices")));
  }
}
