package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.TaskBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadOnlyRootFilesystemTest {
  private final ReadOnlyRootFilesystem check = new ReadOnlyRootFilesystem();

  private Verdict verdict(TaskBuilder task) {
    return check.judge(security().runs(task).facts()).verdict();
  }

  @Test
  void allContainersReadOnlyPasses() {
    assertEquals(
        Verdict.PASS,
        verdict(
            task()
                .container(container("app").readOnlyRoot())
                .container(container("log").readOnlyRoot())));
  }

  @Test
  void oneReadOnlyContainerDoesNotStandForAll() {
    CheckResult result =
        check.judge(
            security()
                .runs(task().container(container("app").readOnlyRoot()).container(container("log")))
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.WRITABLE_ROOT), result.reasons());
    assertTrue(result.because().contains(new Evidence("container", "log")));
    assertFalse(result.because().contains(new Evidence("container", "app")));
  }

  @Test
  void windowsHasNoSuchRoot() {
    assertEquals(
        Verdict.NOT_APPLICABLE, verdict(task().operatingSystem("WINDOWS_SERVER_2019_CORE")));
  }

  @Test
  void aConflictWithEcsExecIsNamed() {
    assertTrue(
        check
            .judge(security().executeCommand().facts())
            .because()
            .contains(new Evidence("enableExecuteCommand", "true")));
  }

  @Test
  void aPlaceholderLacksData() {
    assertEquals(
        Verdict.NO_DATA,
        verdict(task().container(container("app").leavesOpen("readonlyRootFilesystem"))));
  }

  @Test
  void anUnknownPlatformLacksDataOnlyWhereARootIsWritable() {
    TaskBuilder writable = task().operatingSystem("").fromConfig();
    assertEquals(Verdict.NO_DATA, verdict(writable));
    assertEquals(
        Verdict.PASS,
        verdict(
            task().operatingSystem("").fromConfig().container(container("app").readOnlyRoot())));
  }
}
