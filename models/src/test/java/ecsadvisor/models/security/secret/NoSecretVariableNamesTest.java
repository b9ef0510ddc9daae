package ecsadvisor.models.security.secret;

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

class NoSecretVariableNamesTest {
  private static CheckResult judge(ContainerBuilder... containers) {
    var task = task();
    for (ContainerBuilder container : containers) {
      task.container(container);
    }
    return new NoSecretVariableNames().judge(security().runs(task).facts());
  }

  @Test
  void eachOfTheThreeNamesFails() {
    for (String name :
        List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ECS_ENGINE_AUTH_DATA")) {
      CheckResult result = judge(container("web").variable(name));
      assertEquals(Verdict.FAIL, result.verdict());
      assertEquals(List.of(CheckReason.SECRET_NAME), result.reasons());
      assertTrue(result.because().contains(new Evidence("variable", name)));
    }
  }

  @Test
  void otherCasePassesAsInTheRuleOfAws() {
    assertEquals(Verdict.PASS, judge(container("web").variable("aws_access_key_id")).verdict());
  }

  @Test
  void otherNamesPass() {
    assertEquals(Verdict.PASS, judge(container("web").variable("DB_PASSWORD")).verdict());
  }

  @Test
  void aContainerWithoutVariablesPasses() {
    assertEquals(Verdict.PASS, judge(container("web")).verdict());
  }

  @Test
  void everyContainerIsLookedAt() {
    CheckResult result =
        judge(container("web"), container("proxy").variable("AWS_SECRET_ACCESS_KEY"));
    assertTrue(result.because().contains(new Evidence("container", "proxy")));
  }

  @Test
  void aRevisionThatWasNotDescribedIsNoPass() {
    assertEquals(
        Verdict.NO_DATA,
        new NoSecretVariableNames()
            .judge(security().runs(task().notDescribed()).facts())
            .verdict());
  }
}
