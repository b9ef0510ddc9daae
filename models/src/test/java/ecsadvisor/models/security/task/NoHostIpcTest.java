package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.TaskBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoHostIpcTest {
  private final NoHostIpc check = new NoHostIpc();

  private Verdict verdict(TaskBuilder task) {
    return check.judge(security().runs(task).facts()).verdict();
  }

  @Test
  void hostFails() {
    CheckResult result = check.judge(security().runs(task().ipcMode("host")).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.HOST_IPC), result.reasons());
  }

  @Test
  void othersPass() {
    assertEquals(Verdict.PASS, verdict(task()));
    assertEquals(Verdict.PASS, verdict(task().ipcMode("task")));
    assertEquals(Verdict.PASS, verdict(task().ipcMode("none")));
  }

  @Test
  void aPlaceholderLacksData() {
    assertEquals(Verdict.NO_DATA, verdict(task().ipcMode("${IPC}").leavesOpen("ipcMode")));
  }

  @Test
  void aRevisionWithoutContainersLacksData() {
    assertEquals(Verdict.NO_DATA, verdict(task().notDescribed()));
  }
}
