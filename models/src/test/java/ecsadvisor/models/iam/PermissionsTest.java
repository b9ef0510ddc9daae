package ecsadvisor.models.iam;

import static ecsadvisor.models.fixture.RoleBuilder.absentPolicy;
import static ecsadvisor.models.fixture.RoleBuilder.allBut;
import static ecsadvisor.models.fixture.RoleBuilder.condition;
import static ecsadvisor.models.fixture.RoleBuilder.policy;
import static ecsadvisor.models.fixture.RoleBuilder.statement;
import static ecsadvisor.models.fixture.RoleBuilder.taskRole;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.PolicyStatement;
import ecsadvisor.models.fixture.RoleBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionsTest {
  private static final String BUCKET = "arn:aws:s3:::a/b";

  private static Access get(RoleBuilder role) {
    return new Permissions(role.build()).may("s3:GetObject", BUCKET, Context.NOTHING);
  }

  @Test
  void nothingIsAllowedUnlessSaid() {
    assertEquals(Access.DENIED, get(taskRole()));
  }

  @Test
  void actionsHaveNoCaseAndResourcesHave() {
    assertEquals(Access.ALLOWED, get(taskRole().may("S3:getobject", BUCKET)));
    assertEquals(Access.DENIED, get(taskRole().may("s3:GetObject", "arn:aws:s3:::A/b")));
  }

  @Test
  void denyWins() {
    assertEquals(Access.DENIED, get(taskRole().may("s3:*", "*").mayNot("s3:Get*", "*")));
  }

  @Test
  void conditionThatNobodyKnowsLeavesItOpen() {
    RoleBuilder role = taskRole().may("s3:*", "*", condition("StringEquals", "aws:SourceVpc", "v"));
    assertEquals(Access.UNDECIDED, get(role));
  }

  @Test
  void conditionedDenyLeavesItOpen() {
    RoleBuilder role =
        taskRole()
            .may("s3:*", "*")
            .mayNot("s3:*", "*", condition("StringNotEquals", "aws:SourceVpc", "v"));
    assertEquals(Access.UNDECIDED, get(role));
  }

  @Test
  void denyOfPlainTextDoesNotStopACallerThatEncrypts() {
    RoleBuilder role =
        taskRole()
            .may("s3:*", "*")
            .mayNot("s3:*", "*", condition("Bool", "aws:SecureTransport", "false"));
    assertEquals(Access.ALLOWED, get(role));
  }

  @Test
  void notActionAllowsTheRest() {
    assertEquals(Access.ALLOWED, get(taskRole().has(allBut(true, "iam:* ec2:*", "*"))));
    assertEquals(Access.DENIED, get(taskRole().has(allBut(true, "s3:*", "*"))));
  }

  @Test
  void deniedNotActionDeniesTheRest() {
    RoleBuilder role = taskRole().may("*", "*").has(allBut(false, "logs:*", "*"));
    assertEquals(Access.DENIED, get(role));
  }

  @Test
  void notResourceConcernsTheRest() {
    PolicyStatement others =
        new PolicyStatement(
            true,
            false,
            List.of("s3:*"),
            true,
            List.of("arn:aws:s3:::z/*"),
            List.of(),
            false,
            List.of());
    PolicyStatement others2 =
        new PolicyStatement(
            true,
            false,
            List.of("s3:*"),
            true,
            List.of("arn:aws:s3:::a/*"),
            List.of(),
            false,
            List.of());
    assertEquals(Access.ALLOWED, get(taskRole().has(others)));
    assertEquals(Access.DENIED, get(taskRole().has(others2)));
  }

  @Test
  void boundaryIntersects() {
    RoleBuilder role = taskRole().may("*", "*");
    assertEquals(Access.DENIED, get(role.boundedBy(policy("b", statement(true, "logs:*", "*")))));
    assertEquals(Access.ALLOWED, get(role.boundedBy(policy("b", statement(true, "s3:*", "*")))));
  }

  @Test
  void boundaryGivesNothing() {
    assertEquals(Access.DENIED, get(taskRole().boundedBy(policy("b", statement(true, "*", "*")))));
  }

  @Test
  void boundaryThatWasNotReadLeavesItOpen() {
    assertEquals(Access.UNDECIDED, get(taskRole().may("*", "*").boundedBy(absentPolicy("b"))));
  }

  @Test
  void policyThatWasNotReadLeavesItOpen() {
    assertEquals(Access.UNDECIDED, get(taskRole().has(absentPolicy("p"))));
  }

  @Test
  void policyThatWasNotReadDoesNotHideWhatOthersAllow() {
    assertEquals(Access.ALLOWED, get(taskRole().may("s3:*", "*").has(absentPolicy("p"))));
  }

  @Test
  void policyVariableMayStandForAnything() {
    assertEquals(
        Access.UNDECIDED, get(taskRole().may("s3:*", "arn:aws:s3:::${aws:PrincipalTag/team}/*")));
    assertEquals(
        Access.DENIED, get(taskRole().may("s3:*", "arn:aws:sqs:::${aws:PrincipalTag/team}/*")));
  }

  @Test
  void unclosedVariableIsTaken() {
    assertEquals(Access.DENIED, get(taskRole().may("s3:*", "arn:aws:s3:::${x")));
  }

  @Test
  void everyArnIsEverything() {
    for (String every : List.of("*", "arn:*", "arn:aws:*", "arn:aws:*:*:*:*", "arn:*:*:*:*:*/*")) {
      assertEquals(
          Access.ALLOWED, new Permissions(taskRole().may("*:*", every).build()).everything());
    }
  }

  @Test
  void oneAccountOrServiceIsNotEverything() {
    for (String part : List.of("arn:aws:s3:::*", "arn:aws:iam::111122223333:*", "arn", "")) {
      assertEquals(Access.DENIED, new Permissions(taskRole().may("*", part).build()).everything());
    }
  }

  @Test
  void partialDenyLeavesTheRest() {
    RoleBuilder role = taskRole().may("*", "*").mayNot("s3:*", "*");
    assertEquals(Access.ALLOWED, new Permissions(role.build()).everything());
  }

  @Test
  void somethingAnywhereIsFoundOnNamedResources() {
    Permissions named = new Permissions(taskRole().may("ecs:RunTask", "arn:aws:ecs:x").build());
    assertEquals(Access.ALLOWED, named.mayAnywhere("ecs:RunTask", Context.NOTHING));
    assertEquals(Access.DENIED, named.mayAnywhere("ecs:StopTask", Context.NOTHING));
  }
}
