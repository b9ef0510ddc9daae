package ecsadvisor.models.security.continuity;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.security.continuity.ContinuityFixture.machine;
import static ecsadvisor.models.security.continuity.ContinuityFixture.machines;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.MachineSecurity;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import org.junit.jupiter.api.Test;

class DedicatedTenancyTest {
  private final DedicatedTenancy check = new DedicatedTenancy(new DedicatedTenancy.Settings(true));

  private Verdict verdict(SecurityBuilder service) {
    return check.judge(service.facts()).verdict();
  }

  private static SecurityBuilder on(String... tenancies) {
    MachineSecurity[] machines = new MachineSecurity[tenancies.length];
    for (int i = 0; i < tenancies.length; i++) {
      machines[i] = machine("i-" + i, "a", tenancies[i], false);
    }
    return security(service().ec2()).with(machines(machines)).read("ecs-container-instance");
  }

  @Test
  void itIsNotAskedWhereItIsNotRequired() {
    DedicatedTenancy optional = new DedicatedTenancy(DedicatedTenancy.Settings.defaults());
    assertEquals(Verdict.NOT_APPLICABLE, optional.judge(security().facts()).verdict());
  }

  @Test
  void fargateFailsWhereItIsRequired() {
    assertEquals(Verdict.FAIL, verdict(security()));
  }

  @Test
  void allInstancesMustBeDedicated() {
    assertEquals(Verdict.PASS, verdict(on("dedicated", "host")));
    assertEquals(Verdict.FAIL, verdict(on("dedicated", "default")));
  }

  @Test
  void unknownTenancyIsOpen() {
    assertEquals(Verdict.NO_DATA, verdict(on("dedicated", "")));
    assertEquals(Verdict.NO_DATA, verdict(security(service().ec2())));
  }
}
