package ecsadvisor.models.security.task;

import static java.util.Objects.requireNonNull;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import ecsadvisor.models.security.Unresolved;
import ecsadvisor.models.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Do all tasks on Fargate run on the latest platform version? Security Hub ECS.10, Config rule
 * {@code ecs-fargate-latest-platform-version}: LATEST, absent, or the newest number of the
 * operating system, for the service and for every deployment and task set that runs. A service is
 * on Fargate by launch type or by capacity provider. Linux before 1.4.0 is retired: 1.3.0 since
 * 2026-03-16.
 */
public final class LatestPlatformVersion implements Check {
  private static final Set<String> RETIRED = Set.of("1.0.0", "1.1.0", "1.2.0", "1.3.0");

  /** What can be set. */
  public record Settings(
      @Setting("newest Fargate platform version of Linux") String latestLinuxVersion,
      @Setting("newest Fargate platform version of Windows") String latestWindowsVersion) {
    public Settings {
      require(latestLinuxVersion, "latestLinuxVersion");
      require(latestWindowsVersion, "latestWindowsVersion");
    }

    /** What AWS's rule has. */
    public static Settings defaults() {
      return new Settings("1.4.0", "1.0.0");
    }

    private static void require(String version, String name) {
      if (PlatformVersion.of(version) == null) {
        throw new IllegalArgumentException(
            name + " must be three numbers such as 1.4.0, not " + version);
      }
    }
  }

  private final PlatformVersion latestLinux;
  private final PlatformVersion latestWindows;

  public LatestPlatformVersion(Settings settings) {
    this.latestLinux = requireNonNull(PlatformVersion.of(settings.latestLinuxVersion()));
    this.latestWindows = requireNonNull(PlatformVersion.of(settings.latestWindowsVersion()));
  }

  @Override
  public String statement() {
    return "All tasks on Fargate run on the latest platform version";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ecs-task-definition");
  }

  @Override
  public String remedy() {
    return "Set platformVersion to LATEST and force a new deployment.";
  }

  @Override
  public CheckResult judge(SecurityFacts service) {
    CheckResult stale = Freshness.staleService(service);
    if (stale != null) {
      return stale;
    }
    if (!Launch.onFargate(service)) {
      return service.config().launchType() == LaunchType.UNKNOWN
          ? Described.launchUnknown()
          : CheckResult.notApplicable(CheckReason.NOT_ON_FARGATE);
    }
    List<TaskSecurity> tasks = service.security().tasks();
    OperatingSystem system = OperatingSystem.of(tasks.isEmpty() ? null : tasks.get(0), service);
    return switch (system) {
      case LINUX -> against(latestLinux, service, true);
      case WINDOWS -> against(latestWindows, service, false);
      case AMBIGUOUS ->
          OperatingSystem.either(
              against(latestLinux, service, true), against(latestWindows, service, false));
    };
  }

  private static CheckResult against(
      PlatformVersion latest, SecurityFacts service, boolean onLinux) {
    List<CheckReason> reasons = new ArrayList<>(List.of(CheckReason.OLD_PLATFORM));
    List<Evidence> old = new ArrayList<>();
    List<Evidence> current = new ArrayList<>();
    boolean open = service.security().open().touch("platformVersion");
    for (String text : service.security().platformVersions()) {
      Evidence evidence = new Evidence("platformVersion", text);
      PlatformVersion version = PlatformVersion.of(text);
      if (text.equalsIgnoreCase("LATEST") || (version != null && version.compareTo(latest) >= 0)) {
        current.add(evidence);
      } else if (version == null) {
        open = true;
      } else {
        old.add(evidence);
        if (onLinux && RETIRED.contains(text) && reasons.size() == 1) {
          reasons.add(CheckReason.RETIRED_PLATFORM);
        }
      }
    }
    if (!old.isEmpty()) {
      return CheckResult.of(Verdict.FAIL, reasons, old);
    }
    return open
        ? Unresolved.ofService("platformVersion")
        : CheckResult.of(Verdict.PASS, List.of(), current);
  }
}
