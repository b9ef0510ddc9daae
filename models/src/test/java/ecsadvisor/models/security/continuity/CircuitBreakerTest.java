package ecsadvisor.models.security.continuity;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.security.continuity.ContinuityFixture.layout;
import static ecsadvisor.models.security.continuity.ContinuityFixture.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.ContinuitySecurity.DeploymentRules;
import ecsadvisor.models.finding.Verdict;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private final CircuitBreaker check = new CircuitBreaker();

  private Verdict verdict(boolean breaker, boolean rollback, boolean alarms) {
    return check
        .judge(security().with(rules(new DeploymentRules(breaker, rollback, alarms), "")).facts())
        .verdict();
  }

  @Test
  void aBreakerWithRollbackPasses() {
    assertEquals(Verdict.PASS, verdict(true, true, false));
  }

  @Test
  void withoutRollbackItFails() {
    assertEquals(Verdict.FAIL, verdict(true, false, false));
    assertEquals(Verdict.FAIL, verdict(false, false, true));
  }

  @Test
  void withoutADeploymentConfigurationItIsOpen() {
    assertEquals(Verdict.NO_DATA, check.judge(security().facts()).verdict());
  }

  @Test
  void codeDeployHasItsOwnRules() {
    assertEquals(
        Verdict.NOT_APPLICABLE,
        check
            .judge(security(service().laidOut(layout(100, 200, "CODE_DEPLOY"))).facts())
            .verdict());
  }
}
