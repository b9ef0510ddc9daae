package ecsadvisor.models.security.network;

import static ecsadvisor.models.fixture.NetworkBuilder.network;
import static ecsadvisor.models.fixture.NetworkBuilder.privately;
import static ecsadvisor.models.fixture.NetworkBuilder.publicly;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivateSubnetsTest {
  private final PrivateSubnets check = new PrivateSubnets();

  @Test
  void publicAddressesInAPublicSubnetFail() {
    CheckResult result =
        check.judge(
            security()
                .network(publicly("service", "subnet-1", "sg-1"))
                .with(network().publicSubnet("subnet-1").build())
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(new Evidence("public_subnet", "subnet-1 by igw-1")), result.because());
  }

  @Test
  void privateSubnetsPass() {
    CheckResult result =
        check.judge(
            security()
                .network(privately("subnet-1", "sg-1"))
                .with(network().privateSubnet("subnet-1").build())
                .facts());
    assertEquals(Verdict.PASS, result.verdict());
  }

  @Test
  void aPublicSubnetWithoutAddressesPassesAndIsNamed() {
    CheckResult result =
        check.judge(
            security()
                .network(privately("subnet-1", "sg-1"))
                .with(network().publicSubnet("subnet-1").build())
                .facts());
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(
        List.of(new Evidence("public_subnet_without_addresses", "subnet-1")), result.because());
  }

  @Test
  void publicIpv6IsNamed() {
    CheckResult result =
        check.judge(
            security()
                .network(privately("subnet-1", "sg-1"))
                .with(network().publicIpv6Subnet("subnet-1").build())
                .facts());
    assertTrue(result.because().contains(new Evidence("public_ipv6_subnet", "subnet-1")));
  }

  @Test
  void aSubnetWithoutRouteTableIsNoPass() {
    CheckResult result =
        check.judge(
            security()
                .network(privately("subnet-1", "sg-1"))
                .with(network().unroutedSubnet("subnet-1").build())
                .facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals("ec2-route-table", result.missing().get(0).input());
  }

  @Test
  void subnetsThatAreNotInTheInventoryAreNoPass() {
    CheckResult result =
        check.judge(
            security()
                .network(privately("subnet-1", "sg-1"))
                .with(network().lacksSubnet("subnet-1").build())
                .facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
  }

  @Test
  void aPublicHostOfBridgeModeFails() {
    SecurityBuilder bridge =
        SecurityBuilder.of(service().ec2())
            .runs(task().networkMode("bridge"))
            .with(
                network().host("i-1", "203.0.113.7", "subnet-1").publicSubnet("subnet-1").build());
    assertEquals(Verdict.FAIL, check.judge(bridge.facts()).verdict());
  }

  @Test
  void awsvpcTasksWithoutNetworkSettingWereNotDescribed() {
    assertEquals(Verdict.NO_DATA, check.judge(security().facts()).verdict());
  }
}
