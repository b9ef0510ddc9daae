package ecsadvisor.models.security.continuity;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.security.continuity.ContinuityFixture.machine;
import static ecsadvisor.models.security.continuity.ContinuityFixture.machines;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import org.junit.jupiter.api.Test;

class NotOnlySpotTest {
  private final NotOnlySpot check = new NotOnlySpot();

  private Verdict verdict(SecurityBuilder service) {
    return check.judge(service.facts()).verdict();
  }

  @Test
  void fargateOnDemandPasses() {
    assertEquals(Verdict.PASS, verdict(security()));
  }

  @Test
  void onlyFargateSpotFails() {
    assertEquals(Verdict.FAIL, verdict(security(service().provider("FARGATE_SPOT", 0, 1))));
    assertEquals(
        Verdict.FAIL,
        verdict(security(service().provider("FARGATE", 0, 0).provider("FARGATE_SPOT", 0, 1))));
  }

  @Test
  void aBaseOnDemandPasses() {
    assertEquals(
        Verdict.PASS,
        verdict(security(service().provider("FARGATE", 2, 0).provider("FARGATE_SPOT", 0, 1))));
  }

  @Test
  void onlySpotInstancesFail() {
    assertEquals(
        Verdict.FAIL,
        verdict(
            security(service().ec2())
                .with(machines(machine("i-1", "a", "", true)))
                .read("ecs-container-instance")));
  }

  @Test
  void oneInstanceOnDemandPasses() {
    assertEquals(
        Verdict.PASS,
        verdict(
            security(service().ec2())
                .with(machines(machine("i-1", "a", "", true), machine("i-2", "a", "", false)))));
  }

  @Test
  void unknownInstancesAreOpen() {
    assertEquals(Verdict.NO_DATA, verdict(security(service().ec2())));
    assertEquals(Verdict.NO_DATA, verdict(security(service().launchedOn(LaunchType.UNKNOWN))));
  }
}
