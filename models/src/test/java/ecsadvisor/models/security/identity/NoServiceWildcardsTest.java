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
import ecsadvisor.models.security.CheckResult;
import org.junit.jupiter.api.Test;

class NoServiceWildcardsTest {
  private final NoServiceWildcards check = new NoServiceWildcards();

  private CheckResult judge(RoleBuilder taskRole) {
    return check.judge(security().with(roles(taskRole, role("web-execution"))).facts());
  }

  @Test
  void allActionsOnAllResourcesFail() {
    CheckResult result = judge(taskRole().may("s3:* sqs:SendMessage", "*"));
    assertEquals(Verdict.FAIL, result.verdict());
    assertTrue(result.because().contains(new Evidence("actions", "s3:*")));
  }

  @Test
  void allActionsOnNamedResourcesPass() {
    assertEquals(Verdict.PASS, judge(taskRole().may("s3:*", "arn:aws:s3:::a/*")).verdict());
  }

  @Test
  void conditionsLimitToo() {
    assertEquals(
        Verdict.PASS,
        judge(taskRole().may("s3:*", "*", condition("StringEquals", "aws:SourceVpc", "v")))
            .verdict());
  }

  @Test
  void policyThatWasNotReadIsNoPass() {
    assertEquals(Verdict.NO_DATA, judge(taskRole().has(absentPolicy("custom"))).verdict());
  }
}
