package ecsadvisor.models.security.network;

import static ecsadvisor.models.fixture.NetworkBuilder.network;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostNoPublicAddressTest {
  private final HostNoPublicAddress check = new HostNoPublicAddress();

  private static SecurityBuilder onInstances() {
    return SecurityBuilder.of(service().ec2()).runs(task().networkMode("bridge"));
  }

  @Test
  void anInstanceWithAPublicAddressFails() {
    CheckResult result =
        check.judge(
            onInstances().with(network().host("i-1", "203.0.113.7", "subnet-1").build()).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(new Evidence("public_address", "i-1 203.0.113.7")), result.because());
  }

  @Test
  void instancesWithoutPublicAddressesPass() {
    CheckResult result =
        check.judge(
            onInstances()
                .with(network().host("i-1", "", "subnet-1").build())
                .read("ecs-container-instance")
                .facts());
    assertEquals(Verdict.PASS, result.verdict());
  }

  @Test
  void anotherInstanceMayBeThatNobodyRead() {
    CheckResult result =
        check.judge(onInstances().with(network().host("i-1", "", "subnet-1").build()).facts());
    assertEquals(List.of(CheckReason.MISSING_EXPORT), result.reasons());
  }

  @Test
  void anInstanceThatEc2DoesNotDescribeIsNoPass() {
    CheckResult result =
        check.judge(
            onInstances()
                .with(network().unknownHost("i-1").build())
                .read("ecs-container-instance")
                .facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.UNRESOLVED_REFERENCE), result.reasons());
  }

  @Test
  void aClusterWithoutInstancesShowsNothing() {
    CheckResult result = check.judge(onInstances().read("ecs-container-instance").facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
  }

  @Test
  void tasksWithInterfacesOfTheirOwnDoNotUseTheHosts() {
    CheckResult result = check.judge(security().facts());
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
    assertEquals(List.of(CheckReason.OWN_INTERFACES), result.reasons());
  }

  @Test
  void instancesOutsideOfAwsAreNotInAVpc() {
    SecurityBuilder anywhere =
        SecurityBuilder.of(service().launchedOn(LaunchType.EXTERNAL))
            .runs(task().networkMode("bridge"));
    assertEquals(List.of(CheckReason.NOT_IN_VPC), check.judge(anywhere.facts()).reasons());
  }
}
