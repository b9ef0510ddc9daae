package ecsadvisor.models.security.continuity;

import ecsadvisor.models.fact.security.ContinuitySecurity;
import ecsadvisor.models.fact.security.MachineSecurity;
import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The zones of some subnets or instances.
 *
 * @param names the known ones
 * @param all whether the zone of each is known
 */
record Zones(Set<String> names, boolean all) {
  static Zones of(NetworkSetting network, ContinuitySecurity continuity) {
    return of(
        network.subnetIds().stream()
            .map(subnet -> continuity.subnetZones().getOrDefault(subnet, ""))
            .toList());
  }

  static Zones ofMachines(ContinuitySecurity continuity) {
    return of(continuity.machines().stream().map(MachineSecurity::zone).toList());
  }

  private static Zones of(List<String> zones) {
    Set<String> names = new TreeSet<>(zones);
    boolean unknown = names.remove("");
    return new Zones(names, !unknown);
  }

  /** Whether they are two or more. */
  boolean several() {
    return names.size() > 1;
  }
}
