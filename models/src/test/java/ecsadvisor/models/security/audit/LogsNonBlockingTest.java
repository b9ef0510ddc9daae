package ecsadvisor.models.security.audit;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogsNonBlockingTest {
  private final LogsNonBlocking check = new LogsNonBlocking();

  private CheckResult judge(String mode) {
    return check.judge(
        security()
            .runs(task().container(container("app").logsTo("awslogs", "/ecs/web", mode)))
            .facts());
  }

  @Test
  void nonBlockingPasses() {
    assertEquals(Verdict.PASS, judge("non-blocking").verdict());
  }

  @Test
  void blockingFails() {
    assertEquals(List.of(CheckReason.BLOCKING_LOGS), judge("blocking").reasons());
    assertEquals(Verdict.FAIL, judge("blocking").verdict());
  }

  @Test
  void withoutAModeTheAccountDecidesAndNobodyRead() {
    assertEquals(Verdict.NO_DATA, judge("").verdict());
  }

  @Test
  void whatDoesNotLogCannotBlock() {
    assertEquals(Verdict.NOT_APPLICABLE, check.judge(security().facts()).verdict());
  }
}
