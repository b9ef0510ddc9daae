package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.fixture.TaskBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoFixedHostPortsTest {
  private final NoFixedHostPorts check = new NoFixedHostPorts();

  private Verdict verdict(ServiceBuilder service, TaskBuilder task) {
    return check.judge(SecurityBuilder.of(service).runs(task).facts()).verdict();
  }

  private static TaskBuilder fixed() {
    return task().container(container("app").port(80, 8080));
  }

  @Test
  void aFixedPortInBridgeModeFails() {
    CheckResult result =
        check.judge(
            SecurityBuilder.of(service().ec2())
                .runs(task().networkMode("bridge").container(container("app").port(80, 8080)))
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.FIXED_HOST_PORT), result.reasons());
    assertTrue(result.because().contains(new Evidence("app.hostPort", "8080")));
  }

  @Test
  void aDynamicPortPasses() {
    assertEquals(
        Verdict.PASS,
        verdict(
            service().ec2(), task().networkMode("bridge").container(container("app").port(80, 0))));
  }

  @Test
  void absentModeIsBridgeOnInstances() {
    assertEquals(
        Verdict.FAIL, verdict(service().ec2(), fixed().networkMode("").compatibleWith("EC2")));
  }

  @Test
  void otherModesTakeNoPortsOfTheHost() {
    assertEquals(Verdict.NOT_APPLICABLE, verdict(service(), fixed()));
    assertEquals(Verdict.NOT_APPLICABLE, verdict(service(), fixed().networkMode("")));
    assertEquals(Verdict.NOT_APPLICABLE, verdict(service().ec2(), fixed().networkMode("host")));
  }

  @Test
  void aDaemonHasItsHostForItself() {
    assertEquals(
        Verdict.NOT_APPLICABLE, verdict(service().ec2().daemon(), fixed().networkMode("bridge")));
  }

  @Test
  void aPlaceholderLacksData() {
    assertEquals(
        Verdict.NO_DATA,
        verdict(
            service().ec2(),
            task()
                .networkMode("bridge")
                .container(container("app").port(80, 0).leavesOpen("portMappings.hostPort"))));
    assertEquals(Verdict.NO_DATA, verdict(service().ec2(), fixed().networkMode("${MODE}")));
  }
}
