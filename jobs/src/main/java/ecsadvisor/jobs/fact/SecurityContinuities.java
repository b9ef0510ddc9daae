package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.security.ContinuitySecurity;
import ecsadvisor.models.fact.security.ContinuitySecurity.DeploymentRules;
import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import ecsadvisor.models.fact.security.SubnetSecurity;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inventory's view of a service for {@link ContinuitySecurity}. */
final class SecurityContinuities {
  private final SecurityMachines machines;
  private final SecuritySubnets subnets;

  SecurityContinuities(SecuritySubnets subnets, SecurityMachines machines) {
    this.subnets = subnets;
    this.machines = machines;
  }

  ContinuitySecurity of(SecuritySource source) {
    Map<String, String> zones = new HashMap<>();
    for (NetworkSetting network : source.networks()) {
      for (String id : network.subnetIds()) {
        SubnetSecurity subnet = subnets.find(id);
        if (subnet != null && !subnet.zone().isEmpty()) {
          zones.put(id, subnet.zone());
        }
      }
    }
    return new ContinuitySecurity(
        machines.of(source),
        zones,
        rules(field(source.body(), "deploymentConfiguration")),
        text(source.body(), "availabilityZoneRebalancing"));
  }

  private static @Nullable DeploymentRules rules(JsonNode configuration) {
    if (!configuration.isObject()) {
      return null;
    }
    JsonNode breaker = field(configuration, "deploymentCircuitBreaker");
    JsonNode alarms = field(configuration, "alarms");
    return new DeploymentRules(
        field(breaker, "enable").asBoolean(false),
        field(breaker, "rollback").asBoolean(false),
        field(alarms, "enable").asBoolean(false) && field(alarms, "rollback").asBoolean(false));
  }
}
