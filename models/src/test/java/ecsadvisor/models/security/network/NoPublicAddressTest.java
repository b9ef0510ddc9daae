package ecsadvisor.models.security.network;

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
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoPublicAddressTest {
  private final NoPublicAddress check = new NoPublicAddress();

  @Test
  void aServiceThatAssignsThemFails() {
    CheckResult result =
        check.judge(security().network(publicly("service", "subnet-1", "sg-1")).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.PUBLIC_ADDRESS), result.reasons());
    assertTrue(result.because().contains(new Evidence("set_on", "service")));
  }

  @Test
  void aDeploymentThatStillRunsWithThemFails() {
    CheckResult result =
        check.judge(
            security()
                .network(privately("subnet-1", "sg-1"))
                .network(publicly("deployment", "subnet-1", "sg-1"))
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertTrue(result.because().contains(new Evidence("set_on", "deployment")));
  }

  @Test
  void aServiceThatDoesNotAssignThemPasses() {
    CheckResult result = check.judge(security().network(privately("subnet-1", "sg-1")).facts());
    assertEquals(Verdict.PASS, result.verdict());
  }

  @Test
  void capacityProvidersOfFargateCountAsFargate() {
    SecurityBuilder spot =
        SecurityBuilder.of(service().provider("FARGATE_SPOT", 0, 1))
            .network(publicly("service", "subnet-1", "sg-1"));
    assertEquals(Verdict.FAIL, check.judge(spot.facts()).verdict());
  }

  @Test
  void tasksOnInstancesCannotGetThem() {
    SecurityBuilder ec2 =
        SecurityBuilder.of(service().ec2()).network(publicly("service", "subnet-1", "sg-1"));
    assertEquals(Verdict.PASS, check.judge(ec2.facts()).verdict());
  }

  @Test
  void bridgeModeHasNoSuchSetting() {
    CheckResult result =
        check.judge(SecurityBuilder.of(service().ec2()).runs(task().networkMode("bridge")).facts());
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
    assertEquals(List.of(CheckReason.NO_AWSVPC_CONFIGURATION), result.reasons());
  }

  @Test
  void settingsOfTaskSetsAreNotTheServices() {
    CheckResult result =
        check.judge(security().network(publicly("taskSet", "subnet-1", "sg-1")).facts());
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
  }

  @Test
  void fargateWithoutAnySettingWasNotDescribed() {
    CheckResult result = check.judge(security().facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.DESCRIBE_FAILED), result.reasons());
  }

  @Test
  void aPlaceholderIsNoPass() {
    CheckResult result =
        check.judge(
            security()
                .network(privately("subnet-1", "sg-1"))
                .leavesOpen("networkConfiguration.awsvpcConfiguration.assignPublicIp")
                .facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.UNRESOLVED_REFERENCE), result.reasons());
  }
}
