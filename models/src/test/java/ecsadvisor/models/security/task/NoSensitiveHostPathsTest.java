package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.security.VolumeSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.TaskBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoSensitiveHostPathsTest {
  private final NoSensitiveHostPaths check =
      new NoSensitiveHostPaths(NoSensitiveHostPaths.Settings.defaults());

  private Verdict verdict(TaskBuilder task) {
    return check.judge(security().runs(task).facts()).verdict();
  }

  private static VolumeSecurity host(String name, String path) {
    return new VolumeSecurity(name, path, "", "", "", "", "", false);
  }

  private Verdict writes(String path) {
    return verdict(path, false);
  }

  private Verdict verdict(String path, boolean readOnly) {
    return verdict(
        task().volume(host("v", path)).container(container("app").mount("v", "/x", readOnly)));
  }

  @Test
  void aWritableMountOfTheHostsConfigurationFails() {
    CheckResult result =
        check.judge(
            security()
                .runs(
                    task()
                        .volume(host("v", "/etc"))
                        .container(container("app").mount("v", "/x", false)))
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.SENSITIVE_HOST_PATH), result.reasons());
    assertTrue(result.because().contains(new Evidence("app.mountPoints", "/etc")));
  }

  @Test
  void whatLiesWithinOrAboveFailsInWhateverSpelling() {
    for (String path :
        List.of(
            "/",
            "//etc//",
            "/etc/ssl",
            "/var",
            "/var/lib",
            "/srv/../etc",
            "/./proc/1",
            "/dev/shm")) {
      assertEquals(Verdict.FAIL, writes(path), path);
    }
  }

  @Test
  void dataOfItsOwnPasses() {
    for (String path :
        List.of("/data", "/mnt/efs", "/etcetera", "/var/log/app", "/home/ec2-user")) {
      assertEquals(Verdict.PASS, writes(path), path);
    }
  }

  @Test
  void windowsHasItsOwnDirectories() {
    assertEquals(Verdict.FAIL, writes("C:\\"));
    assertEquals(Verdict.FAIL, writes("c:\\windows\\System32"));
    assertEquals(Verdict.PASS, writes("D:\\data"));
  }

  @Test
  void readOnlyPassesButNotForTheSocketOfTheEngine() {
    assertEquals(Verdict.PASS, verdict("/proc", true));
    assertEquals(Verdict.FAIL, verdict("/var/run/docker.sock", true));
    assertEquals(Verdict.FAIL, verdict("\\\\.\\pipe\\docker_engine", true));
  }

  @Test
  void aVolumeThatNobodyMountsPasses() {
    assertEquals(Verdict.PASS, verdict(task().volume(host("v", "/etc"))));
  }

  @Test
  void aPlaceholderOrWhatCannotBeReadLacksData() {
    assertEquals(Verdict.NO_DATA, writes("${DIRECTORY}"));
    assertEquals(Verdict.PASS, verdict("${DIRECTORY}", true));
    assertEquals(Verdict.NO_DATA, verdict(task().leavesOpen("volumes")));
    assertEquals(
        Verdict.NO_DATA,
        verdict(
            task()
                .volume(host("v", "/etc"))
                .container(
                    container("a").mount("v", "/x", false).leavesOpen("mountPoints.readOnly"))));
  }

  @Test
  void theDirectoriesCanBeSet() {
    NoSensitiveHostPaths other =
        new NoSensitiveHostPaths(new NoSensitiveHostPaths.Settings(List.of("/data")));
    TaskBuilder task =
        task().volume(host("v", "/data/a")).container(container("app").mount("v", "/x", false));
    assertEquals(Verdict.FAIL, other.judge(security().runs(task).facts()).verdict());
    assertThrows(
        IllegalArgumentException.class, () -> new NoSensitiveHostPaths.Settings(List.of(" ")));
  }
}
