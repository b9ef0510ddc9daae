package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.fixture.TaskBuilder;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwsvpcNetworkTest {
  private final AwsvpcNetwork check = new AwsvpcNetwork();

  private Verdict verdict(ServiceBuilder service, TaskBuilder task) {
    return check.judge(SecurityBuilder.of(service).runs(task).facts()).verdict();
  }

  private static TaskBuilder onInstances() {
    return task().networkMode("").compatibleWith("EC2");
  }

  @Test
  void awsvpcPasses() {
    assertEquals(Verdict.PASS, verdict(service().ec2(), task()));
  }

  @Test
  void absentIsBridgeOnInstances() {
    CheckResult result =
        check.judge(SecurityBuilder.of(service().ec2()).runs(onInstances()).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertTrue(result.because().contains(new Evidence("networkMode", "bridge")));
  }

  @Test
  void absentIsAwsvpcOnFargateAndThereIsNoBridge() {
    assertEquals(Verdict.PASS, verdict(service(), onInstances()));
    assertEquals(
        Verdict.PASS,
        verdict(
            service().launchedOn(LaunchType.UNKNOWN).provider("FARGATE_SPOT", 0, 1),
            onInstances()));
  }

  @Test
  void absentIsAwsvpcWhereTheServiceHasNetworkSettings() {
    assertEquals(
        Verdict.PASS,
        check
            .judge(
                SecurityBuilder.of(service().ec2())
                    .runs(onInstances())
                    .network(new NetworkSetting("service", false, List.of("subnet-1"), List.of()))
                    .facts())
            .verdict());
  }

  @Test
  void instancesElsewhereHaveNoSuchMode() {
    assertEquals(
        Verdict.NOT_APPLICABLE, verdict(service().launchedOn(LaunchType.EXTERNAL), onInstances()));
  }

  @Test
  void anUnknownPlaceLacksData() {
    assertEquals(Verdict.NO_DATA, verdict(service().launchedOn(LaunchType.UNKNOWN), onInstances()));
  }
}
