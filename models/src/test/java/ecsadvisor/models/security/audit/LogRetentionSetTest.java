package ecsadvisor.models.security.audit;

import static ecsadvisor.models.fixture.AuditBuilder.audit;
import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.AuditBuilder;
import ecsadvisor.models.fixture.ContainerBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogRetentionSetTest {
  private final LogRetentionSet check = new LogRetentionSet();

  private static final ContainerBuilder APP = container("app").logsTo("awslogs", "/ecs/web", "");

  private CheckResult judge(AuditBuilder audit, ContainerBuilder... containers) {
    var task = task();
    for (ContainerBuilder one : containers) {
      task.container(one);
    }
    return check.judge(security().with(audit.build()).read("logs-log-group").runs(task).facts());
  }

  @Test
  void aGroupWithRetentionPasses() {
    CheckResult result = judge(audit().group("/ecs/web", 30), APP);
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(new Evidence("log_group", "/ecs/web (30 days)"), result.because().get(1));
  }

  @Test
  void aGroupThatKeepsForEverFails() {
    CheckResult result = judge(audit().group("/ecs/web", null), APP);
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.NO_LOG_RETENTION), result.reasons());
  }

  @Test
  void oneGroupOfSeveralIsEnoughToFail() {
    CheckResult result =
        judge(
            audit().group("/ecs/web", 30).group("/ecs/agent", null),
            APP,
            container("agent").logsTo("awslogs", "/ecs/agent", ""));
    assertEquals(Verdict.FAIL, result.verdict());
  }

  @Test
  void aGroupThatTheInventoryLacksIsUnresolved() {
    CheckResult result = judge(audit(), APP);
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.UNRESOLVED_REFERENCE), result.reasons());
  }

  @Test
  void aGroupOfAnotherRegionIsNotTakenForThisOnesNamesake() {
    CheckResult result =
        judge(
            audit().group("/ecs/web", 30), container("app").logsElsewhere("eu-west-1", "/ecs/web"));
    assertEquals(Verdict.NO_DATA, result.verdict());
  }

  @Test
  void aGroupOfFireLensCounts() {
    assertEquals(
        Verdict.FAIL,
        judge(
                audit().group("/ecs/web", null),
                container("app").logsTo("awsfirelens", "/ecs/web", ""))
            .verdict());
  }

  @Test
  void aNameThatConfigLeftOutIsUnresolved() {
    assertEquals(
        Verdict.NO_DATA, judge(audit(), container("app").logsTo("awslogs", "", "")).verdict());
  }

  @Test
  void withoutTheExportNothingIsSaid() {
    CheckResult result = check.judge(security().runs(task().container(APP)).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.MISSING_EXPORT), result.reasons());
  }

  @Test
  void anOldAnswerIsNone() {
    AuditBuilder old = audit().readAt(Instant.parse("2026-06-01T00:00:00Z")).group("/ecs/web", 30);
    assertEquals(Verdict.NO_DATA, judge(old, APP).verdict());
  }

  @Test
  void logsThatGoElsewhereAreNoSubject() {
    assertEquals(
        Verdict.NOT_APPLICABLE,
        judge(audit(), container("app").logsTo("splunk", "", "")).verdict());
  }
}
