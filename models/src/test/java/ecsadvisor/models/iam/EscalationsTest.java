package ecsadvisor.models.iam;

import static ecsadvisor.models.fixture.RoleBuilder.absentPolicy;
import static ecsadvisor.models.fixture.RoleBuilder.condition;
import static ecsadvisor.models.fixture.RoleBuilder.policy;
import static ecsadvisor.models.fixture.RoleBuilder.role;
import static ecsadvisor.models.fixture.RoleBuilder.statement;
import static ecsadvisor.models.fixture.RoleBuilder.taskRole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.security.AccountIdentity;
import ecsadvisor.models.fact.security.PolicyStatement.Condition;
import ecsadvisor.models.fixture.RoleBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EscalationsTest {
  private static final String ROLES = "arn:aws:iam::111122223333:role/";
  private static final Condition TO_TASKS =
      condition("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com");
  private static final AccountIdentity PLAIN =
      new AccountIdentity(
          true, Set.of(ROLES + "web-task", ROLES + "job"), List.of(), List.of(), null);
  private static final AccountIdentity WITH_ADMINISTRATOR =
      new AccountIdentity(
          true,
          Set.of(ROLES + "web-task", ROLES + "job", ROLES + "admin"),
          List.of(role("admin").may("*", "*").build()),
          List.of(),
          null);

  private static Map<String, Access> ways(RoleBuilder role, AccountIdentity account) {
    return Escalations.of(role.build(), account, "us-east-1");
  }

  @Test
  void harmlessRoleHasNone() {
    assertEquals(Map.of(), ways(taskRole().may("s3:*", "*"), PLAIN));
  }

  @Test
  void passingAnyRoleToATaskIsOne() {
    assertEquals(
        Map.of("pass-role-to-task", Access.ALLOWED),
        ways(taskRole().may("iam:PassRole ecs:RunTask", "*"), PLAIN));
  }

  @Test
  void passingAllRolesOfTheAccountIsOneThoughTheTaskIsNamed() {
    RoleBuilder role =
        taskRole()
            .may("iam:PassRole", ROLES + "*")
            .may("ecs:RunTask", "arn:aws:ecs:us-east-1:111122223333:task-definition/job:*");
    assertEquals(Access.ALLOWED, ways(role, PLAIN).get("pass-role-to-task"));
  }

  @Test
  void passingRolesWithoutAWayToRunThemIsNone() {
    assertEquals(Map.of(), ways(taskRole().may("iam:PassRole", "*"), PLAIN));
  }

  @Test
  void passingANamedRoleIsNone() {
    RoleBuilder role = taskRole().may("iam:PassRole", ROLES + "job").may("ecs:RunTask", "*");
    assertEquals(Map.of(), ways(role, PLAIN));
  }

  @Test
  void passingANamedAdministratorIsOne() {
    RoleBuilder role = taskRole().may("iam:PassRole", ROLES + "ad*").may("ecs:RunTask", "*");
    assertEquals(Access.ALLOWED, ways(role, WITH_ADMINISTRATOR).get("pass-role-to-task"));
  }

  @Test
  void administratorThatTrustsAnotherServiceCannotBePassedToTasks() {
    AccountIdentity account =
        new AccountIdentity(
            true,
            Set.of(ROLES + "web-task", ROLES + "admin"),
            List.of(role("admin").may("*", "*").trusts("Service", "lambda.amazonaws.com").build()),
            List.of(),
            null);
    RoleBuilder role = taskRole().may("iam:PassRole", ROLES + "admin").may("ecs:RunTask", "*");
    assertEquals(Map.of(), ways(role, account));
  }

  @Test
  void passingARoleThatWasNotReadLeavesItOpen() {
    RoleBuilder role = taskRole().may("iam:PassRole", ROLES + "other").may("ecs:RunTask", "*");
    assertEquals(Access.UNDECIDED, ways(role, PLAIN).get("pass-role-to-task"));
  }

  @Test
  void passingSomeRolesOfAnAccountThatWasNotReadLeavesItOpen() {
    RoleBuilder role = taskRole().may("iam:PassRole", ROLES + "app-*").may("ecs:RunTask", "*");
    assertEquals(Access.UNDECIDED, ways(role, AccountIdentity.UNKNOWN).get("pass-role-to-task"));
    assertEquals(Map.of(), ways(role, PLAIN));
  }

  @Test
  void conditionOnTheServiceIsJudged() {
    RoleBuilder role =
        taskRole().may("iam:PassRole", "*", TO_TASKS).may("ecs:RunTask ec2:RunInstances", "*");
    assertEquals(Map.of("pass-role-to-task", Access.ALLOWED), ways(role, PLAIN));
  }

  @Test
  void otherConditionLeavesItOpen() {
    RoleBuilder role =
        taskRole()
            .may("iam:PassRole", "*", condition("StringEquals", "aws:ResourceTag/a", "b"))
            .may("ecs:RunTask", "*");
    assertEquals(Map.of("pass-role-to-task", Access.UNDECIDED), ways(role, PLAIN));
  }

  @Test
  void writingPoliciesOfAllRolesIsOne() {
    assertEquals(
        Map.of("put-role-policy", Access.ALLOWED),
        ways(taskRole().may("iam:PutRolePolicy", "arn:aws:iam::*:role/*"), PLAIN));
  }

  @Test
  void writingItsOwnPolicyIsOne() {
    assertEquals(
        Map.of("put-role-policy", Access.ALLOWED),
        ways(taskRole().may("iam:PutRolePolicy", ROLES + "web-*"), PLAIN));
  }

  @Test
  void writingAnAttachedPolicyIsOne() {
    RoleBuilder role =
        taskRole()
            .has(policy("own", statement(true, "s3:Get*", "*")))
            .may("iam:CreatePolicyVersion", "arn:aws:iam::111122223333:policy/own");
    assertEquals(Map.of("create-policy-version", Access.ALLOWED), ways(role, PLAIN));
  }

  @Test
  void writingAnotherNamedPolicyLeavesItOpen() {
    RoleBuilder role =
        taskRole().may("iam:CreatePolicyVersion", "arn:aws:iam::111122223333:policy/x");
    assertEquals(Map.of("create-policy-version", Access.UNDECIDED), ways(role, PLAIN));
  }

  @Test
  void codeOfANamedFunctionIsNone() {
    String function = "arn:aws:lambda:us-east-1:111122223333:function:";
    assertEquals(
        Map.of(), ways(taskRole().may("lambda:UpdateFunctionCode", function + "f"), PLAIN));
    assertEquals(
        Map.of("update-function-code", Access.ALLOWED),
        ways(taskRole().may("lambda:UpdateFunctionCode", function + "*"), PLAIN));
  }

  @Test
  void commandsInContainersTakeTwoActions() {
    assertEquals(Map.of(), ways(taskRole().may("ecs:ExecuteCommand", "*"), PLAIN));
    assertEquals(
        Map.of("execute-command", Access.ALLOWED),
        ways(taskRole().may("ecs:ExecuteCommand ecs:DescribeTasks", "*"), PLAIN));
  }

  @Test
  void fullAccessToIdentitiesIsOne() {
    assertTrue(ways(taskRole().may("iam:*", "*"), PLAIN).containsKey("attach-role-policy"));
  }

  @Test
  void denyTakesTheWay() {
    RoleBuilder role = taskRole().may("iam:PassRole ecs:RunTask", "*").mayNot("iam:PassRole", "*");
    assertEquals(Map.of(), ways(role, PLAIN));
  }

  @Test
  void boundaryTakesTheWay() {
    RoleBuilder role =
        taskRole()
            .may("*", "*")
            .boundedBy(policy("b", statement(true, "s3:* logs:* ecs:Describe*", "*")));
    assertEquals(Map.of(), ways(role, PLAIN));
  }

  @Test
  void policyThatWasNotReadLeavesEverythingOpen() {
    Map<String, Access> ways = ways(taskRole().has(absentPolicy("p")), PLAIN);
    assertFalse(ways.isEmpty());
    assertFalse(ways.containsValue(Access.ALLOWED));
  }
}
