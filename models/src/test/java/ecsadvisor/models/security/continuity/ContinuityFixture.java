package ecsadvisor.models.security.continuity;

import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.fact.security.ContinuitySecurity;
import ecsadvisor.models.fact.security.ContinuitySecurity.DeploymentRules;
import ecsadvisor.models.fact.security.MachineSecurity;
import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of facts that several tests of this package need. */
final class ContinuityFixture {
  private ContinuityFixture() {}

  static NetworkSetting network(String... subnets) {
    return new NetworkSetting("service", false, List.of(subnets), List.of());
  }

  static ContinuitySecurity subnets(Map<String, String> zones) {
    return new ContinuitySecurity(List.of(), zones, null, "");
  }

  static ContinuitySecurity machines(MachineSecurity... machines) {
    return new ContinuitySecurity(List.of(machines), Map.of(), null, "");
  }

  static ContinuitySecurity rules(@Nullable DeploymentRules rules, String rebalancing) {
    return new ContinuitySecurity(List.of(), Map.of(), rules, rebalancing);
  }

  static MachineSecurity machine(String id, String zone, String tenancy, boolean spot) {
    return new MachineSecurity(id, zone, tenancy, spot, false, true, List.of(), true);
  }

  static ServiceLayout layout(int minimumHealthy, int maximum, String controller) {
    return new ServiceLayout(
        minimumHealthy,
        maximum,
        controller,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        true,
        List.of(),
        true,
        List.of());
  }
}
