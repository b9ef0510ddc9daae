package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.fixture.TaskBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotHostNetworkTest {
  private final NotHostNetwork check = new NotHostNetwork();

  private Verdict verdict(ServiceBuilder service, TaskBuilder task) {
    return check.judge(SecurityBuilder.of(service).runs(task).facts()).verdict();
  }

  @Test
  void hostFails() {
    CheckResult result =
        check.judge(SecurityBuilder.of(service().ec2()).runs(task().networkMode("host")).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.HOST_NETWORK), result.reasons());
  }

  @Test
  void otherModesPass() {
    assertEquals(Verdict.PASS, verdict(service().ec2(), task().networkMode("bridge")));
    assertEquals(Verdict.PASS, verdict(service().ec2(), task().networkMode("none")));
    assertEquals(Verdict.PASS, verdict(service(), task()));
  }

  @Test
  void absentNeverMeansHost() {
    ServiceBuilder unknown = service().launchedOn(LaunchType.UNKNOWN);
    assertEquals(
        Verdict.PASS, verdict(unknown, task().networkMode("").compatibleWith("EC2", "FARGATE")));
  }

  @Test
  void aPlaceholderLacksData() {
    assertEquals(
        Verdict.NO_DATA,
        verdict(service().ec2(), task().networkMode("${MODE}").leavesOpen("networkMode")));
  }
}
