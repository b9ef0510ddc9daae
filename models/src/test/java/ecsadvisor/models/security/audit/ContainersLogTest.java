package ecsadvisor.models.security.audit;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.TaskBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainersLogTest {
  private final ContainersLog check = new ContainersLog();

  private CheckResult judge(TaskBuilder task) {
    return check.judge(security().runs(task).facts());
  }

  @Test
  void everyContainerWithADriverPasses() {
    CheckResult result =
        judge(
            task()
                .container(container("app").logsTo("awslogs", "/ecs/web", ""))
                .container(container("agent").logsTo("splunk", "", "")));
    assertEquals(Verdict.PASS, result.verdict());
  }

  @Test
  void oneContainerWithoutLogsFailsAndIsNamed() {
    CheckResult result =
        judge(
            task()
                .container(container("app").logsTo("awslogs", "/ecs/web", ""))
                .container(container("agent")));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.NOT_LOGGED), result.reasons());
    assertEquals(
        List.of(new Evidence("task_definition", "web:7"), new Evidence("container", "agent")),
        result.because());
  }

  @Test
  void theDriverNoneKeepsNothingAlthoughConfigIsContent() {
    CheckResult result = judge(task().container(container("app").logsTo("none", "", "")));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(new Evidence("container", "app (none)"), result.because().get(1));
  }

  @Test
  void aConfigurationWithoutDriverFails() {
    assertEquals(
        Verdict.FAIL, judge(task().container(container("app").logsTo("", "", ""))).verdict());
  }

  @Test
  void fireLensNeedsARouter() {
    CheckResult result = judge(task().container(container("app").logsTo("awsfirelens", "", "")));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.NO_LOG_ROUTER), result.reasons());
  }

  @Test
  void fireLensWithARouterPasses() {
    CheckResult result =
        judge(
            task()
                .container(container("app").logsTo("awsfirelens", "", ""))
                .container(container("router").logRouter().logsTo("awslogs", "/ecs/router", "")));
    assertEquals(Verdict.PASS, result.verdict());
  }

  @Test
  void theRouterItselfMustLogToo() {
    CheckResult result =
        judge(
            task()
                .container(container("app").logsTo("awsfirelens", "", ""))
                .container(container("router").logRouter()));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(new Evidence("log_router", "router"), result.because().get(1));
  }

  @Test
  void aRevisionThatWasNotDescribedIsNoPass() {
    assertEquals(Verdict.NO_DATA, judge(task().notDescribed()).verdict());
  }
}
