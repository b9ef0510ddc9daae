package ecsadvisor.models.security.identity;

import static ecsadvisor.models.fixture.RoleBuilder.condition;
import static ecsadvisor.models.fixture.RoleBuilder.onInstances;
import static ecsadvisor.models.fixture.RoleBuilder.role;
import static ecsadvisor.models.fixture.RoleBuilder.roles;
import static ecsadvisor.models.fixture.RoleBuilder.taskRole;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.RoleBuilder;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustLimitedTest {
  private static final String TASK_ROLE = "arn:aws:iam::111122223333:role/web-task";

  private final TrustLimited check = new TrustLimited();

  private CheckResult judge(RoleBuilder role) {
    return check.judge(security().runs(task().roles(TASK_ROLE, "")).with(roles(role)).facts());
  }

  @Test
  void tasksOnlyPasses() {
    CheckResult result = judge(taskRole());
    assertEquals(Verdict.PASS, result.verdict());
    assertTrue(result.because().contains(new Evidence("source_condition", "no")));
  }

  @Test
  void guardAgainstAConfusedDeputyIsShown() {
    CheckResult result =
        judge(taskRole().trustsIf(condition("StringEquals", "AWS:SourceAccount", "111122223333")));
    assertTrue(result.because().contains(new Evidence("source_condition", "yes")));
  }

  @Test
  void anybodyFailsThoughThereIsACondition() {
    CheckResult result =
        judge(
            taskRole()
                .trusts("AWS", "*")
                .trustsIf(condition("StringEquals", "aws:PrincipalOrgID", "o-1")));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.TRUST_OPEN), result.reasons());
  }

  @Test
  void anotherAccountFails() {
    for (String account : List.of("arn:aws:iam::555566667777:root", "555566667777")) {
      CheckResult result =
          judge(taskRole().trusts("Service", "ecs-tasks.amazonaws.com").trusts("AWS", account));
      assertEquals(List.of(CheckReason.TRUST_FOREIGN), result.reasons());
      assertTrue(result.because().contains(new Evidence("principal", account)));
    }
  }

  @Test
  void othersOfTheAccountFail() {
    for (String[] other :
        new String[][] {
          {"AWS", "arn:aws:iam::111122223333:root"},
          {"AWS", "AROAEXAMPLEEXAMPLE"},
          {"Federated", "cognito-identity.amazonaws.com"},
          {"Service", "lambda.amazonaws.com"},
          {"Service", "ec2.amazonaws.com"}
        }) {
      assertEquals(
          List.of(CheckReason.TRUST_OTHER), judge(taskRole().trusts(other[0], other[1])).reasons());
    }
  }

  @Test
  void trustThatCannotBeReadIsNoPass() {
    CheckResult result = judge(taskRole().trustUnreadable());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.DESCRIBE_FAILED), result.reasons());
  }

  @Test
  void executionRoleIsJudgedToo() {
    CheckResult result =
        check.judge(
            security().with(roles(taskRole(), role("web-execution").trusts("AWS", "*"))).facts());
    assertEquals(Verdict.FAIL, result.verdict());
  }

  @Test
  void unknownExecutionRoleIsNoPass() {
    assertEquals(
        Verdict.NO_DATA, check.judge(security().with(roles(taskRole())).facts()).verdict());
  }

  @Test
  void instancesMayHaveTheirRole() {
    CheckResult result =
        check.judge(
            SecurityBuilder.of(service().ec2())
                .runs(task().roles("", ""))
                .with(onInstances(role("node").trusts("Service", "ec2.amazonaws.com.cn")))
                .facts());
    assertEquals(Verdict.PASS, result.verdict());
  }

  @Test
  void withoutRolesThereIsNothingToTrust() {
    assertEquals(
        Verdict.NOT_APPLICABLE,
        check.judge(security().runs(task().roles("", "")).facts()).verdict());
  }
}
