package ecsadvisor.models.security.continuity;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.security.continuity.ContinuityFixture.layout;
import static ecsadvisor.models.security.continuity.ContinuityFixture.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Verdict;
import org.junit.jupiter.api.Test;

class ZoneRebalancingTest {
  private final ZoneRebalancing check = new ZoneRebalancing();

  private Verdict verdict(String setting) {
    return check.judge(security().with(rules(null, setting)).facts()).verdict();
  }

  @Test
  void enabledPasses() {
    assertEquals(Verdict.PASS, verdict("ENABLED"));
  }

  @Test
  void disabledFails() {
    assertEquals(Verdict.FAIL, verdict("DISABLED"));
  }

  @Test
  void absentIsOpen() {
    assertEquals(Verdict.NO_DATA, verdict(""));
  }

  @Test
  void daemonsAndServicesThatMayNotExceedTheirTasksAreNotApplicable() {
    assertEquals(
        Verdict.NOT_APPLICABLE, check.judge(security(service().daemon()).facts()).verdict());
    assertEquals(
        Verdict.NOT_APPLICABLE,
        check.judge(security(service().laidOut(layout(50, 100, "ECS"))).facts()).verdict());
  }
}
