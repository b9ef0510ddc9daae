package ecsadvisor.models.security.audit;

import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.SecuritySettings;
import java.util.List;

/** The checks of this package, in the order in which checks.csv and the docs have them. */
public final class AuditChecks {
  private AuditChecks() {}

  /** The checks. */
  public static List<Check> all(SecuritySettings settings) {
    return List.of(
        new ContainersLog(),
        new TrailRecords(settings.trailRecords()),
        new LogRetentionSet(),
        new LogsNonBlocking(),
        new ThreatDetection(),
        new RuntimeMonitoring(),
        new AlarmsWatch(),
        new SecurityHubEnabled(),
        new ConfigRecords());
  }
}
