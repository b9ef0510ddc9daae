package ecsadvisor.models.security.continuity;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.security.continuity.ContinuityFixture.machine;
import static ecsadvisor.models.security.continuity.ContinuityFixture.machines;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.MachineSecurity;
import ecsadvisor.models.finding.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsOnAwsTest {
  private final RunsOnAws check = new RunsOnAws();

  private Verdict on(LaunchType type, MachineSecurity... machines) {
    return check
        .judge(security(service().launchedOn(type)).with(machines(machines)).facts())
        .verdict();
  }

  @Test
  void fargateAndInstancesOfAwsPass() {
    assertEquals(Verdict.PASS, on(LaunchType.FARGATE));
    assertEquals(Verdict.PASS, on(LaunchType.EC2, machine("i-1", "a", "default", false)));
  }

  @Test
  void serversOutsideAwsAreNotInherited() {
    assertEquals(Verdict.NO_DATA, on(LaunchType.EXTERNAL));
    assertEquals(Verdict.NO_DATA, on(LaunchType.EC2, machine("mi-1", "", "", false)));
  }

  @Test
  void outpostsAreNotInherited() {
    MachineSecurity outpost =
        new MachineSecurity("i-1", "a", "default", false, true, true, List.of(), true);
    assertEquals(Verdict.NO_DATA, on(LaunchType.EC2, outpost));
  }

  @Test
  void anUnknownPlatformIsOpen() {
    assertEquals(Verdict.NO_DATA, on(LaunchType.UNKNOWN));
  }
}
