package ecsadvisor.models.security.continuity;

import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.SecuritySettings;
import java.util.List;

/** The checks of this package, in the order in which checks.csv and the docs have them. */
public final class ContinuityChecks {
  private ContinuityChecks() {}

  /** The checks. */
  public static List<Check> all(SecuritySettings settings) {
    return List.of(
        new SeveralZones(),
        new SeveralTasks(settings.severalTasks()),
        new CircuitBreaker(),
        new ZoneRebalancing(),
        new HealthyDuringDeployment(),
        new NotOnlySpot(),
        new RunsOnAws(),
        new DedicatedTenancy(settings.dedicatedTenancy()));
  }
}
