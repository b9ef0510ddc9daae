package ecsadvisor.models.security.fix;

import static ecsadvisor.models.security.fix.FixFactsBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.Evidence;
import org.junit.jupiter.api.Test;

class PrivatePathTest {
  private static final double ADDRESS = 0.005 * 730;
  private static final double ENDPOINTS = 0.01 * 730 * 3 * 2;
  private static final double NAT = 0.045 * 730 * 2;

  @Test
  void savesTheAddressOfEveryTask() {
    FixCost fix = service().tasks(12).network(2, true).fix("no-public-address");

    assertEquals(12 * ADDRESS, fix.savesMonthly(), 1e-9);
  }

  @Test
  void aNatGatewayThatIsThereIsPaidAlready() {
    FixCost fix = service().tasks(4).network(2, true, "s3").egress(100).fix("no-public-address");

    assertEquals(Range.ZERO, fix.common());
    assertEquals(0.045 * 100, fix.expectedMonthly(), 1e-9);
  }

  @Test
  void endpointsThatAreThereArePaidAlready() {
    FixCost fix =
        service()
            .tasks(4)
            .network(2, false, "ecr.api", "ecr.dkr", "logs", "s3")
            .egress(100)
            .fix("no-public-address");

    assertEquals(Range.ZERO, fix.common());
    assertEquals(0.01 * 100, fix.expectedMonthly(), 1e-9);
  }

  @Test
  void elseExpectsTheCheaperPathAndAtMostTheDearerOne() {
    FixCost fix = service().tasks(4).network(2, false).egress(0).fix("no-public-address");

    assertEquals(ENDPOINTS, fix.common().low(), 1e-9);
    assertEquals(ENDPOINTS, fix.common().expected(), 1e-9);
    assertEquals(NAT, fix.common().high(), 1e-9);
    assertEquals("vpc/vpc-1", fix.sharedWith());
  }

  @Test
  void twelveTasksPayForThreeEndpointsInTwoZones() {
    FixCost fix = service().tasks(12).network(2, false).egress(0).fix("no-public-address");

    assertTrue(fix.inputs().contains(new Evidence("break_even_tasks", "12")));
    assertEquals(fix.savesMonthly(), fix.common().expected(), 1e-9);
  }

  @Test
  void secretsAskForAFurtherEndpoint() {
    FixCost fix = service().tasks(16).network(2, false).secrets(1).fix("no-public-address");

    assertTrue(fix.inputs().contains(new Evidence("break_even_tasks", "16")));
  }

  @Test
  void aVpcThatIsNotKnownMayHaveAPath() {
    FixCost fix = service().tasks(1).fix("no-public-address");

    assertEquals(0, fix.common().low());
    assertTrue(fix.common().expected() > 0);
  }

  @Test
  void tasksOnTheHostsNetworkMayBePrivateAlready() {
    FixCost fix = service().tasks(1).network(2, false).fix("not-host-network");

    assertEquals(0, fix.lowMonthly());
    assertEquals(0, fix.savesMonthly());
    assertEquals("vpc/vpc-1", fix.sharedWith());
  }

  @Test
  void takesTheRegionsPrices() {
    FixCost fix =
        service().in("ap-northeast-1").tasks(1).network(2, false).fix("no-public-address");

    assertEquals(0.014 * 730 * 3 * 2, fix.common().expected(), 1e-9);
  }
}
