package ecsadvisor.models.security.continuity;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.security.continuity.ContinuityFixture.machine;
import static ecsadvisor.models.security.continuity.ContinuityFixture.machines;
import static ecsadvisor.models.security.continuity.ContinuityFixture.network;
import static ecsadvisor.models.security.continuity.ContinuityFixture.subnets;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.ContinuitySecurity;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeveralZonesTest {
  private final SeveralZones check = new SeveralZones();

  private Verdict verdict(SecurityBuilder service) {
    return check.judge(service.facts()).verdict();
  }

  @Test
  void subnetsOfTwoZonesPass() {
    assertEquals(
        Verdict.PASS,
        verdict(
            security()
                .network(network("subnet-1", "subnet-2"))
                .with(subnets(Map.of("subnet-1", "a", "subnet-2", "b")))));
  }

  @Test
  void twoSubnetsOfOneZoneFail() {
    assertEquals(
        Verdict.FAIL,
        verdict(
            security()
                .network(network("subnet-1", "subnet-2"))
                .with(subnets(Map.of("subnet-1", "a", "subnet-2", "a")))));
  }

  @Test
  void oneSubnetFailsWhereverItIs() {
    assertEquals(Verdict.FAIL, verdict(security().network(network("subnet-1"))));
  }

  @Test
  void unknownSubnetsAreOpen() {
    assertEquals(
        Verdict.NO_DATA,
        verdict(
            security()
                .network(network("subnet-1", "subnet-9"))
                .with(subnets(Map.of("subnet-1", "a")))
                .read("ec2-subnet")));
  }

  @Test
  void bridgeTasksRunWhereTheInstancesAre() {
    SecurityBuilder two =
        security(service().ec2())
            .with(machines(machine("i-1", "a", "", false), machine("i-2", "b", "", false)));
    assertEquals(Verdict.PASS, verdict(two));
    SecurityBuilder one =
        security(service().ec2())
            .with(machines(machine("i-1", "a", "", false), machine("i-2", "a", "", false)))
            .read("ecs-container-instance");
    assertEquals(Verdict.FAIL, verdict(one));
  }

  @Test
  void instancesThatWereNotExportedAreOpen() {
    assertEquals(Verdict.NO_DATA, verdict(security(service().ec2())));
  }

  @Test
  void subnetsOfTwoZonesDoNotHelpWhereTheInstancesAreInOne() {
    ContinuitySecurity continuity =
        new ContinuitySecurity(
            List.of(machine("i-1", "a", "", false)),
            Map.of("subnet-1", "a", "subnet-2", "b"),
            null,
            "");
    assertEquals(
        Verdict.FAIL,
        verdict(
            security(service().ec2())
                .network(network("subnet-1", "subnet-2"))
                .with(continuity)
                .read("ecs-container-instance")));
  }

  @Test
  void serversOutsideAwsNeedAStatement() {
    assertEquals(Verdict.NO_DATA, verdict(security(service().launchedOn(LaunchType.EXTERNAL))));
  }
}
