package ecsadvisor.models.security.network;

import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.SecuritySettings;
import java.util.List;

/** The checks of this package, in the order in which checks.csv and the docs have them. */
public final class NetworkChecks {
  private NetworkChecks() {}

  /** The checks. */
  public static List<Check> all(SecuritySettings settings) {
    return List.of(
        new NoPublicAddress(),
        new NoPublicAddressOfTaskSets(),
        new HostNoPublicAddress(),
        new SecurityGroupsClosed(),
        new NotDefaultSecurityGroup(),
        new PrivateSubnets(),
        new EgressLimited(),
        new NetworkAclLimits(),
        new FlowLogsActive());
  }
}
