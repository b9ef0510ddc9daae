package ecsadvisor.models.security.identity;

import static ecsadvisor.models.fixture.RoleBuilder.absentPolicy;
import static ecsadvisor.models.fixture.RoleBuilder.condition;
import static ecsadvisor.models.fixture.RoleBuilder.role;
import static ecsadvisor.models.fixture.RoleBuilder.roles;
import static ecsadvisor.models.fixture.RoleBuilder.taskRole;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.RoleBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoPrivilegeEscalationTest {
  private final NoPrivilegeEscalation check = new NoPrivilegeEscalation();

  private CheckResult judge(RoleBuilder taskRole) {
    return check.judge(security().with(roles(taskRole, role("web-execution"))).facts());
  }

  @Test
  void passingAnyRoleToTasksFails() {
    CheckResult result =
        judge(taskRole().may("iam:PassRole ecs:RegisterTaskDefinition ecs:RunTask", "*"));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.ESCALATION), result.reasons());
    assertTrue(result.because().contains(new Evidence("ways", "pass-role-to-task")));
  }

  @Test
  void administratorFails() {
    CheckResult result = judge(taskRole().may("*", "*"));
    assertEquals(Verdict.FAIL, result.verdict());
    assertTrue(result.because().stream().anyMatch(fact -> fact.value().endsWith(" more")));
  }

  @Test
  void passingANamedRolePasses() {
    assertEquals(
        Verdict.PASS,
        judge(
                taskRole()
                    .may("iam:PassRole", "arn:aws:iam::111122223333:role/web-execution")
                    .may("ecs:RegisterTaskDefinition ecs:RunTask", "*"))
            .verdict());
  }

  @Test
  void conditionLeavesItOpen() {
    CheckResult result =
        judge(
            taskRole()
                .may("iam:PutRolePolicy", "*", condition("Bool", "aws:ViaAWSService", "true")));
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.CONDITIONAL_POLICY), result.reasons());
  }

  @Test
  void policyThatWasNotReadIsNoPass() {
    assertEquals(
        List.of(CheckReason.UNRESOLVED_REFERENCE),
        judge(taskRole().has(absentPolicy("custom"))).reasons());
  }
}
