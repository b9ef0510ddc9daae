package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.fixture.TaskBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestPlatformVersionTest {
  private final LatestPlatformVersion check =
      new LatestPlatformVersion(LatestPlatformVersion.Settings.defaults());

  private Verdict verdict(SecurityBuilder service) {
    return check.judge(service.facts()).verdict();
  }

  private static TaskBuilder windows() {
    return task().operatingSystem("WINDOWS_SERVER_2019_CORE");
  }

  private static TaskBuilder ofConfig() {
    return task().operatingSystem("").fromConfig();
  }

  @Test
  void latestAbsentAndTheNewestNumberPass() {
    assertEquals(Verdict.PASS, verdict(security()));
    assertEquals(Verdict.PASS, verdict(security().platformVersion("LATEST")));
    assertEquals(Verdict.PASS, verdict(security().platformVersion("1.4.0")));
    assertEquals(Verdict.PASS, verdict(security().platformVersion("1.5.0")));
  }

  @Test
  void aRetiredVersionFailsAndIsNamed() {
    CheckResult result = check.judge(security().platformVersion("1.3.0").facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.OLD_PLATFORM, CheckReason.RETIRED_PLATFORM), result.reasons());
    assertEquals(List.of(new Evidence("platformVersion", "1.3.0")), result.because());
  }

  @Test
  void whatADeploymentRunsCountsBesideTheServicesLatest() {
    assertEquals(
        Verdict.FAIL, verdict(security().platformVersion("LATEST").platformVersion("1.3.0")));
  }

  @Test
  void servicesOnCapacityProvidersAreOnFargateToo() {
    assertEquals(
        Verdict.FAIL,
        verdict(
            SecurityBuilder.of(
                    service().launchedOn(LaunchType.UNKNOWN).provider("FARGATE_SPOT", 0, 1))
                .platformVersion("1.3.0")));
  }

  @Test
  void latestPassesOnWindows() {
    assertEquals(
        Verdict.PASS,
        verdict(security().runs(windows()).platformFamily("Windows").platformVersion("LATEST")));
  }

  @Test
  void windowsHasItsOwnNewestVersionInWhateverFamily() {
    assertEquals(Verdict.PASS, verdict(security().runs(windows()).platformVersion("1.0.0")));
    assertEquals(
        Verdict.PASS,
        verdict(
            security()
                .runs(task().operatingSystem(""))
                .platformFamily("WINDOWS_SERVER_2019_CORE")
                .platformVersion("1.0.0")));
    assertEquals(Verdict.FAIL, verdict(security().runs(windows()).platformVersion("0.9.0")));
  }

  @Test
  void instancesHaveNoPlatformVersion() {
    CheckResult result = check.judge(SecurityBuilder.of(service().ec2()).facts());
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
    assertEquals(List.of(CheckReason.NOT_ON_FARGATE), result.reasons());
  }

  @Test
  void anUnknownPlaceLacksData() {
    assertEquals(
        Verdict.NO_DATA, verdict(SecurityBuilder.of(service().launchedOn(LaunchType.UNKNOWN))));
  }

  @Test
  void anUnknownPlatformLacksDataOnlyWhereItMatters() {
    assertEquals(Verdict.NO_DATA, verdict(security().runs(ofConfig()).platformVersion("1.0.0")));
    assertEquals(Verdict.PASS, verdict(security().runs(ofConfig()).platformVersion("1.4.0")));
    assertEquals(Verdict.PASS, verdict(security().runs(ofConfig()).platformVersion("LATEST")));
  }

  @Test
  void whatIsNoVersionLacksData() {
    assertEquals(Verdict.NO_DATA, verdict(security().platformVersion("${VERSION}")));
    assertEquals(Verdict.NO_DATA, verdict(security().platformVersion("1.4")));
    assertEquals(Verdict.NO_DATA, verdict(security().leavesOpen("platformVersion")));
    assertEquals(
        Verdict.FAIL, verdict(security().platformVersion("1.3.0").platformVersion("${V}")));
  }

  @Test
  void aServiceReadLongAgoLacksData() {
    assertEquals(
        Verdict.NO_DATA,
        verdict(
            security()
                .platformVersion("1.3.0")
                .describedAt(Instant.parse("2026-01-01T00:00:00Z"))));
  }

  @Test
  void settingsMustBeVersions() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new LatestPlatformVersion.Settings("LATEST", "1.0.0"));
  }
}
