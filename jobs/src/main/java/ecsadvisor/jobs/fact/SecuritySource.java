package ecsadvisor.jobs.fact;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import ecsadvisor.models.fact.security.TaskSecurity;
import java.util.ArrayList;
import java.util.List;

/**
 * What the parts of a service's security are put together from.
 *
 * @param key the service
 * @param body its description
 * @param taskSets its task sets' descriptions
 * @param config what is known of it otherwise
 * @param networks its network settings
 * @param tasks the revisions that it runs
 */
record SecuritySource(
    ServiceKey key,
    JsonNode body,
    List<JsonNode> taskSets,
    ServiceConfig config,
    List<NetworkSetting> networks,
    List<TaskSecurity> tasks) {
  /** The service's description and its task sets'. */
  List<JsonNode> owners() {
    List<JsonNode> owners = new ArrayList<>(List.of(body));
    owners.addAll(taskSets);
    return owners;
  }
}
