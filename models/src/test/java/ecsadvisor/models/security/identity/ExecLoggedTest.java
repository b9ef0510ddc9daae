package ecsadvisor.models.security.identity;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.ClusterSecurity;
import ecsadvisor.models.fact.security.ClusterSecurity.Execution;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.ContainerBuilder;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.fixture.TaskBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExecLoggedTest {
  private final ExecLogged check = new ExecLogged();

  private static ClusterSecurity cluster(@Nullable Execution execution) {
    return new ClusterSecurity(
        SecurityBuilder.READ_AT, true, true, "", execution, List.of(), true, "", List.of());
  }

  private CheckResult judge(Execution execution) {
    return check.judge(security().executeCommand().in(cluster(execution)).facts());
  }

  private CheckResult byDefault(ContainerBuilder container) {
    return check.judge(
        security()
            .executeCommand()
            .in(cluster(new Execution("", false, true)))
            .runs(TaskBuilder.task().container(container))
            .facts());
  }

  @Test
  void offPasses() {
    assertEquals(
        Verdict.PASS,
        check.judge(security().in(cluster(new Execution("NONE", false, false))).facts()).verdict());
  }

  @Test
  void recordedAndEncryptedPasses() {
    assertEquals(Verdict.PASS, judge(new Execution("OVERRIDE", true, true)).verdict());
  }

  @Test
  void notRecordedFails() {
    assertEquals(
        List.of(CheckReason.EXEC_NOT_LOGGED), judge(new Execution("NONE", true, true)).reasons());
    assertEquals(
        List.of(CheckReason.EXEC_NOT_LOGGED),
        judge(new Execution("OVERRIDE", false, true)).reasons());
  }

  @Test
  void notEncryptedFails() {
    CheckResult result = judge(new Execution("OVERRIDE", true, false));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.EXEC_NOT_ENCRYPTED), result.reasons());
  }

  @Test
  void defaultRecordsThroughTheContainersLog() {
    assertEquals(
        Verdict.PASS,
        byDefault(ContainerBuilder.container("app").logsTo("awslogs", "/app", "")).verdict());
  }

  @Test
  void defaultRecordsNothingWithoutAwslogs() {
    assertEquals(
        List.of(CheckReason.EXEC_NOT_LOGGED),
        byDefault(ContainerBuilder.container("app").logsTo("splunk", "", "")).reasons());
  }

  @Test
  void configurationThatWasNotExportedIsNoPass() {
    CheckResult result = check.judge(security().executeCommand().in(cluster(null)).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals("ecs-cluster", result.missing().get(0).input());
  }

  @Test
  void aPlaceholderIsNoPass() {
    assertEquals(
        Verdict.NO_DATA,
        check.judge(security().leavesOpen("enableExecuteCommand").facts()).verdict());
  }
}
