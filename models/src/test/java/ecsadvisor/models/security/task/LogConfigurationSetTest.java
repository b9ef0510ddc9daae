package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.ContainerBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogConfigurationSetTest {
  private final LogConfigurationSet check = new LogConfigurationSet();

  private Verdict verdict(ContainerBuilder container) {
    return check.judge(security().runs(task().container(container)).facts()).verdict();
  }

  @Test
  void aContainerWithoutFails() {
    CheckResult result =
        check.judge(
            security()
                .runs(
                    task()
                        .container(container("app").logsTo("awslogs", "/ecs/web", ""))
                        .container(container("log")))
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.NO_LOG_CONFIGURATION), result.reasons());
    assertTrue(result.because().contains(new Evidence("container", "log")));
    assertFalse(result.because().contains(new Evidence("container", "app")));
  }

  @Test
  void anyDriverPassesEvenNone() {
    assertEquals(Verdict.PASS, verdict(container("app").logsTo("awslogs", "/ecs/web", "")));
    assertEquals(Verdict.PASS, verdict(container("app").logsTo("none", "", "")));
  }

  @Test
  void aConfigurationWithoutDriverFails() {
    assertEquals(Verdict.FAIL, verdict(container("app").logsTo("", "", "")));
  }

  @Test
  void aRouterWithoutOneFailsByTheLetter() {
    assertEquals(Verdict.FAIL, verdict(container("router").logRouter()));
  }

  @Test
  void aPlaceholderLacksData() {
    assertEquals(
        Verdict.NO_DATA,
        verdict(
            container("app").logsTo("${DRIVER}", "", "").leavesOpen("logConfiguration.logDriver")));
    assertEquals(Verdict.NO_DATA, verdict(container("app").leavesOpen("logConfiguration")));
  }
}
