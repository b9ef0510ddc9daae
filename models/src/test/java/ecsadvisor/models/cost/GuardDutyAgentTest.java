package ecsadvisor.models.cost;

import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.price.TaskSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardDutyAgentTest {
  @ParameterizedTest
  @CsvSource({
    "256, 512, 128",
    "1024, 8192, 128",
    "4096, 20480, 128",
    "4096, 21504, 256",
    "8192, 28672, 256",
    "8192, 32768, 512",
    "16384, 122880, 1024"
  })
  void takesAtMostTheDocumentedMemory(int cpuUnits, int memoryMiB, int agentMiB) {
    assertEquals(agentMiB, GuardDutyAgent.memoryMiB(new TaskSize(cpuUnits, memoryMiB)));
  }

  @Test
  void comesToLinuxOnFargateOnly() {
    assertTrue(GuardDutyAgent.mayCome(service().facts(), LaunchType.FARGATE, Platform.ARM));
    assertFalse(GuardDutyAgent.mayCome(service().facts(), LaunchType.FARGATE, Platform.WINDOWS));
    assertFalse(GuardDutyAgent.mayCome(service().facts(), LaunchType.EC2, Platform.X86));
  }
}
