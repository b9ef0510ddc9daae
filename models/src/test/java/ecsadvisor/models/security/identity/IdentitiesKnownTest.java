package ecsadvisor.models.security.identity;

import static ecsadvisor.models.fixture.RoleBuilder.absentPolicy;
import static ecsadvisor.models.fixture.RoleBuilder.onInstances;
import static ecsadvisor.models.fixture.RoleBuilder.role;
import static ecsadvisor.models.fixture.RoleBuilder.roles;
import static ecsadvisor.models.fixture.RoleBuilder.taskRole;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.RoleBuilder;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentitiesKnownTest {
  private static final String DETAILS = "iam-authorization-details";

  private final IdentitiesKnown check = new IdentitiesKnown();

  private CheckResult inheriting(RoleBuilder instanceRole) {
    return check.judge(
        SecurityBuilder.of(service().ec2())
            .runs(task().roles("", ""))
            .with(onInstances(instanceRole))
            .facts());
  }

  @Test
  void rolesOfTheAccountAreKnown() {
    assertEquals(
        Verdict.PASS,
        check.judge(security().with(roles(taskRole(), role("web-execution"))).facts()).verdict());
  }

  @Test
  void rolesThatNobodyExportedAreNoPass() {
    CheckResult result = check.judge(security().facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.MISSING_EXPORT), result.reasons());
    assertEquals(DETAILS, result.missing().get(0).input());
  }

  @Test
  void roleThatTheAccountLacksIsUnresolved() {
    CheckResult result = check.judge(security().read(DETAILS).with(roles(taskRole())).facts());
    assertEquals(List.of(CheckReason.UNRESOLVED_REFERENCE), result.reasons());
  }

  @Test
  void roleOfAnotherAccountIsUnresolved() {
    CheckResult result =
        check.judge(
            security()
                .read(DETAILS)
                .runs(task().roles("arn:aws:iam::999900001111:role/web-task", ""))
                .facts());
    assertEquals(List.of(CheckReason.UNRESOLVED_REFERENCE), result.reasons());
    assertEquals(
        "Add aws iam get-account-authorization-details of account 999900001111.",
        result.missing().get(0).remedy());
  }

  @Test
  void roleThatWasReadLongAgoIsNoPass() {
    CheckResult result =
        check.judge(
            security()
                .runs(task().roles("arn:aws:iam::111122223333:role/web-task", ""))
                .with(roles(taskRole().readAt("2026-01-01T00:00:00Z")))
                .facts());
    assertEquals(List.of(CheckReason.STALE_EXPORT), result.reasons());
  }

  @Test
  void onFargateTasksWithoutARoleActAsNobody() {
    CheckResult result = check.judge(security().runs(task().roles("", "")).facts());
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(new Evidence("task_role", "none"), result.because().get(1));
  }

  @Test
  void onInstancesThatMayDoMoreThanTheAgentTasksNeedARole() {
    CheckResult result = inheriting(role("node").may("s3:*", "*"));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.INSTANCE_RIGHTS), result.reasons());
    assertEquals(new Evidence("actions", "s3:*"), result.because().get(2));
  }

  @Test
  void onInstancesThatMayDoWhatTheAgentNeedsTasksNeedNoRole() {
    assertEquals(
        Verdict.PASS, inheriting(role("node").may("ecs:Poll ecr:BatchGetImage", "*")).verdict());
  }

  @Test
  void instanceRoleWithAPolicyThatWasNotReadIsNoPass() {
    CheckResult result = inheriting(role("node").has(absentPolicy("custom")));
    assertEquals(List.of(CheckReason.UNRESOLVED_REFERENCE), result.reasons());
  }

  @Test
  void instancesThatNobodyKnowsAreNoPass() {
    CheckResult result =
        check.judge(SecurityBuilder.of(service().ec2()).runs(task().roles("", "")).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals("ec2-instance", result.missing().get(0).input());
  }

  @Test
  void onInstancesTasksWithARoleInheritNothing() {
    assertEquals(
        Verdict.PASS,
        check
            .judge(
                SecurityBuilder.of(service().ec2())
                    .with(roles(taskRole(), role("web-execution")))
                    .facts())
            .verdict());
  }
}
