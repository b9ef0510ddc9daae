package ecsadvisor.models.security.task;

import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.SecuritySettings;
import java.util.List;

/** The checks of this package, in the order in which checks.csv and the docs have them. */
public final class TaskChecks {
  private TaskChecks() {}

  /** The checks. */
  public static List<Check> all(SecuritySettings settings) {
    return List.of(
        new NotPrivileged(),
        new NotHostNetwork(),
        new AwsvpcNetwork(),
        new UserNotRoot(),
        new WindowsUserNotAdministrator(),
        new HostModeUserDefined(),
        new NoHostProcessNamespace(),
        new NoHostIpc(),
        new NoAddedCapabilities(),
        new ReadOnlyRootFilesystem(),
        new NoSensitiveHostPaths(settings.noSensitiveHostPaths()),
        new NoFixedHostPorts(),
        new MemoryLimitSet(),
        new CpuLimitSet(),
        new BoundedUlimits(),
        new NoHostDevices(),
        new LatestPlatformVersion(settings.latestPlatformVersion()),
        new ContainerInsights(),
        new ServiceTagged(),
        new ClusterTagged(),
        new TaskDefinitionTagged(),
        new TerminationProtection(),
        new EfsTransitEncryption(),
        new LogConfigurationSet());
  }
}
