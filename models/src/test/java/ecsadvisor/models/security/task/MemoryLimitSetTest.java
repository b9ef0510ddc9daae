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

class MemoryLimitSetTest {
  private final MemoryLimitSet check = new MemoryLimitSet();

  private Verdict verdict(ServiceBuilder service, TaskBuilder task) {
    return check.judge(SecurityBuilder.of(service).runs(task).facts()).verdict();
  }

  @Test
  void aReservationIsNoLimit() {
    CheckResult result =
        check.judge(
            SecurityBuilder.of(service().ec2())
                .runs(task().withoutTaskSize().container(container("app").reserves(0, null, 512)))
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.NO_MEMORY_LIMIT), result.reasons());
    assertTrue(result.because().contains(new Evidence("container", "app")));
  }

  @Test
  void everyContainerOrTheTaskPasses() {
    assertEquals(
        Verdict.PASS,
        verdict(
            service().ec2(),
            task().withoutTaskSize().container(container("app").reserves(0, 512, null))));
    assertEquals(Verdict.PASS, verdict(service(), task()));
    assertEquals(Verdict.PASS, verdict(service().ec2(), task()));
  }

  @Test
  void oneContainerDoesNotStandForAll() {
    assertEquals(
        Verdict.FAIL,
        verdict(
            service().ec2(),
            task()
                .withoutTaskSize()
                .container(container("app").reserves(0, 512, null))
                .container(container("log"))));
  }

  @Test
  void windowsInstancesIgnoreWhatTheTaskSays() {
    assertEquals(
        Verdict.FAIL, verdict(service().ec2(), task().operatingSystem("WINDOWS_SERVER_2022_FULL")));
    assertEquals(
        Verdict.PASS, verdict(service(), task().operatingSystem("WINDOWS_SERVER_2022_FULL")));
  }

  @Test
  void anUnknownPlatformLacksData() {
    assertEquals(
        Verdict.NO_DATA,
        verdict(service().ec2(), task().operatingSystem("").compatibleWith("EC2")));
  }

  @Test
  void aPlaceholderLacksData() {
    assertEquals(
        Verdict.NO_DATA,
        verdict(
            service().ec2(),
            task().withoutTaskSize().container(container("app").leavesOpen("memory"))));
    assertEquals(
        Verdict.NO_DATA, verdict(service(), task().withoutTaskSize().leavesOpen("memory")));
  }
}
