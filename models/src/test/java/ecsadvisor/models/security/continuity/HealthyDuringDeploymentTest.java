package ecsadvisor.models.security.continuity;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.security.continuity.ContinuityFixture.layout;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.ServiceBuilder;
import org.junit.jupiter.api.Test;

class HealthyDuringDeploymentTest {
  private final HealthyDuringDeployment check = new HealthyDuringDeployment();

  private Verdict verdict(ServiceBuilder service) {
    return check.judge(security(service).facts()).verdict();
  }

  @Test
  void halfPasses() {
    assertEquals(Verdict.PASS, verdict(service().laidOut(layout(50, 200, "ECS"))));
  }

  @Test
  void lessThanHalfFails() {
    assertEquals(Verdict.FAIL, verdict(service().laidOut(layout(49, 200, "ECS"))));
  }

  @Test
  void daemonsAndOtherControllersAreNotApplicable() {
    assertEquals(Verdict.NOT_APPLICABLE, verdict(service().daemon()));
    assertEquals(Verdict.NOT_APPLICABLE, verdict(service().laidOut(layout(0, 200, "EXTERNAL"))));
  }
}
