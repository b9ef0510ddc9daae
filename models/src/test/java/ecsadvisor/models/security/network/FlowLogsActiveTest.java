package ecsadvisor.models.security.network;

import static ecsadvisor.models.fixture.NetworkBuilder.network;
import static ecsadvisor.models.fixture.NetworkBuilder.privately;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.NetworkBuilder;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowLogsActiveTest {
  private final FlowLogsActive check = new FlowLogsActive();

  private static SecurityBuilder in(NetworkBuilder network) {
    return SecurityBuilder.of(service().laidOut(Layouts.withAllTasks()))
        .network(privately("subnet-1", "sg-1"))
        .network(privately("subnet-2", "sg-1"))
        .with(network.privateSubnet("subnet-1").privateSubnet("subnet-2").build());
  }

  @Test
  void aFlowLogOfTheVpcPasses() {
    CheckResult result = check.judge(in(network().flowLog("vpc-1", true)).facts());
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(List.of(new Evidence("flow_log", "fl-vpc-1 of vpc-1, ALL")), result.because());
  }

  @Test
  void flowLogsOfAllSubnetsPass() {
    CheckResult result =
        check.judge(in(network().flowLog("subnet-1", true).flowLog("subnet-2", true)).facts());
    assertEquals(Verdict.PASS, result.verdict());
  }

  @Test
  void flowLogsOfAllInterfacesPass() {
    CheckResult result =
        check.judge(in(network().networkInterface("eni-1").flowLog("eni-1", true)).facts());
    assertEquals(Verdict.PASS, result.verdict());
  }

  @Test
  void aFlowLogOfOneSubnetOfTwoFails() {
    CheckResult result =
        check.judge(in(network().flowLog("subnet-1", true)).read("ec2-flow-log").facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.NO_FLOW_LOG), result.reasons());
  }

  @Test
  void aFlowLogThatDoesNotDeliverFails() {
    CheckResult result =
        check.judge(in(network().flowLog("vpc-1", false)).read("ec2-flow-log").facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertTrue(
        result
            .because()
            .contains(new Evidence("flow_log_not_delivering", "fl-vpc-1 of vpc-1, ALL")));
  }

  @Test
  void noneOfThemWithoutACompleteReadIsNoFailure() {
    CheckResult result = check.judge(in(network()).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.MISSING_EXPORT), result.reasons());
  }

  @Test
  void noneOfThemAfterACompleteReadFails() {
    assertEquals(Verdict.FAIL, check.judge(in(network()).read("ec2-flow-log").facts()).verdict());
  }

  @Test
  void aVpcThatIsNotKnownIsNoFailure() {
    CheckResult result =
        check.judge(
            security()
                .network(privately("subnet-1", "sg-1"))
                .with(network().lacksSubnet("subnet-1").build())
                .read("ec2-flow-log")
                .facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals("ec2-subnet", result.missing().get(0).input());
  }
}
