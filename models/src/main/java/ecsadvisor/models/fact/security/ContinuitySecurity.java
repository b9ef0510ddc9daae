package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory says of what keeps it running.
 *
 * @param machines the instances that it can run on; empty on Fargate
 * @param subnetZones zones of its subnets by id, as far as the inventory has them
 * @param rules how its deployments are watched, or null where the source does not say
 * @param zoneRebalancing ENABLED, DISABLED or empty
 */
public record ContinuitySecurity(
    List<MachineSecurity> machines,
    Map<String, String> subnetZones,
    @Nullable DeploymentRules rules,
    String zoneRebalancing)
    implements Serializable {
  /** Nothing is known. */
  public static final ContinuitySecurity UNKNOWN =
      new ContinuitySecurity(List.of(), Map.of(), null, "");

  public ContinuitySecurity {
    machines = List.copyOf(machines);
    subnetZones = Map.copyOf(subnetZones);
  }

  /**
   * How deployments are watched.
   *
   * @param circuitBreaker whether a deployment that fails is stopped
   * @param rollback whether it is then taken back
   * @param alarmsRollBack whether alarms take a deployment back
   */
  public record DeploymentRules(boolean circuitBreaker, boolean rollback, boolean alarmsRollBack)
      implements Serializable {}
}
