package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.fixture.TaskBuilder;
import org.junit.jupiter.api.Test;

class OperatingSystemTest {
  private static OperatingSystem system(SecurityBuilder service, TaskBuilder task) {
    return OperatingSystem.of(task.build(), service.runs(task).facts());
  }

  private static TaskBuilder silent() {
    return task().operatingSystem("").compatibleWith("EC2");
  }

  @Test
  void theRevisionSaysItFirst() {
    assertEquals(
        OperatingSystem.WINDOWS,
        system(
            security().platformFamily("Linux"),
            task().operatingSystem("WINDOWS_SERVER_2019_CORE")));
    assertEquals(OperatingSystem.LINUX, system(security(), task().operatingSystem("linux")));
  }

  @Test
  void thenTheServiceOrItsInstances() {
    assertEquals(
        OperatingSystem.WINDOWS,
        system(SecurityBuilder.of(service().ec2()).platformFamily("windows"), silent()));
    assertEquals(
        OperatingSystem.LINUX,
        system(SecurityBuilder.of(service().ec2()).platformFamily("Linux"), silent()));
  }

  @Test
  void fargateWithoutARuntimePlatformIsLinux() {
    assertEquals(OperatingSystem.LINUX, system(security(), silent()));
  }

  @Test
  void configDoesNotRecordRuntimePlatforms() {
    assertEquals(OperatingSystem.AMBIGUOUS, system(security(), silent().fromConfig()));
  }

  @Test
  void aPlaceholderIsNoSilence() {
    assertEquals(
        OperatingSystem.AMBIGUOUS,
        system(security(), task().operatingSystem("${OS}").leavesOpen("runtimePlatform")));
  }

  @Test
  void windowsHasNeitherArmNorBridgeNorHost() {
    assertEquals(
        OperatingSystem.LINUX,
        system(SecurityBuilder.of(service().ec2().on(Platform.ARM)), silent()));
    assertEquals(
        OperatingSystem.LINUX,
        system(SecurityBuilder.of(service().ec2()), silent().networkMode("bridge")));
    assertEquals(
        OperatingSystem.LINUX,
        system(SecurityBuilder.of(service().ec2()), silent().networkMode("host")));
  }

  @Test
  void instancesThatNothingDescribesAreAmbiguous() {
    assertEquals(OperatingSystem.AMBIGUOUS, system(SecurityBuilder.of(service().ec2()), silent()));
  }
}
