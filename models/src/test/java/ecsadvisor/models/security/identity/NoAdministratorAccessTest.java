package ecsadvisor.models.security.identity;

import static ecsadvisor.models.fixture.RoleBuilder.absentPolicy;
import static ecsadvisor.models.fixture.RoleBuilder.allBut;
import static ecsadvisor.models.fixture.RoleBuilder.condition;
import static ecsadvisor.models.fixture.RoleBuilder.onInstances;
import static ecsadvisor.models.fixture.RoleBuilder.policy;
import static ecsadvisor.models.fixture.RoleBuilder.role;
import static ecsadvisor.models.fixture.RoleBuilder.roles;
import static ecsadvisor.models.fixture.RoleBuilder.statement;
import static ecsadvisor.models.fixture.RoleBuilder.taskRole;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.security.PolicySecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.RoleBuilder;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoAdministratorAccessTest {
  private final NoAdministratorAccess check = new NoAdministratorAccess();

  private CheckResult judge(RoleBuilder taskRole) {
    return check.judge(security().with(roles(taskRole, role("web-execution"))).facts());
  }

  @Test
  void administratorFails() {
    CheckResult result =
        judge(taskRole().has(policy("AdministratorAccess", statement(true, "*", "*"))));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.ADMINISTRATOR), result.reasons());
    assertTrue(result.because().contains(new Evidence("policies", "AdministratorAccess")));
  }

  @Test
  void powerUserFails() {
    assertEquals(
        Verdict.FAIL, judge(taskRole().has(allBut(true, "iam:* organizations:*", "*"))).verdict());
  }

  @Test
  void administratorWithSomethingDeniedFails() {
    assertEquals(Verdict.FAIL, judge(taskRole().may("*", "*").mayNot("iam:*", "*")).verdict());
  }

  @Test
  void executionRoleIsJudgedToo() {
    assertEquals(
        Verdict.FAIL,
        check
            .judge(security().with(roles(taskRole(), role("web-execution").may("*", "*"))).facts())
            .verdict());
  }

  @Test
  void roleThatContainersInheritIsJudged() {
    assertEquals(
        Verdict.FAIL,
        check
            .judge(
                SecurityBuilder.of(service().ec2())
                    .runs(task().roles("", ""))
                    .with(onInstances(role("node").may("*", "*")))
                    .facts())
            .verdict());
  }

  @Test
  void adminInTheNameIsNoRight() {
    assertEquals(
        Verdict.PASS,
        judge(taskRole().has(policy("admin-app-admin", statement(true, "s3:Get*", "*"))))
            .verdict());
  }

  @Test
  void boundaryThatAllowsLessPasses() {
    assertEquals(
        Verdict.PASS,
        judge(taskRole().may("*", "*").boundedBy(policy("b", statement(true, "s3:*", "*"))))
            .verdict());
  }

  @Test
  void denyOfEverythingPasses() {
    assertEquals(Verdict.PASS, judge(taskRole().may("*", "*").mayNot("*", "*")).verdict());
  }

  @Test
  void conditionLeavesItOpen() {
    CheckResult result =
        judge(taskRole().may("*", "*", condition("StringEquals", "aws:SourceVpc", "vpc-1")));
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.CONDITIONAL_POLICY), result.reasons());
  }

  @Test
  void policyThatWasNotReadIsNoPass() {
    CheckResult result = judge(taskRole().has(absentPolicy("custom")));
    assertEquals(List.of(CheckReason.UNRESOLVED_REFERENCE), result.reasons());
    assertEquals(
        "Add aws iam get-account-authorization-details with policy custom.",
        result.missing().get(0).remedy());
  }

  @Test
  void policyThatCannotBeUnderstoodIsNoPass() {
    CheckResult result =
        judge(
            taskRole()
                .has(new PolicySecurity("odd", "", PolicySecurity.State.UNREADABLE, List.of())));
    assertEquals(List.of(CheckReason.DESCRIBE_FAILED), result.reasons());
  }

  @Test
  void boundaryThatWasNotReadIsNoPass() {
    assertEquals(
        Verdict.NO_DATA,
        judge(taskRole().may("*", "*").boundedBy(absentPolicy("limit"))).verdict());
  }

  @Test
  void administratorFailsThoughTheOtherRoleIsUnknown() {
    CheckResult result = check.judge(security().with(roles(taskRole().may("*", "*"))).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(1, result.missing().size());
  }
}
