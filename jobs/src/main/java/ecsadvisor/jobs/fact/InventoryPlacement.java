package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.PlacementRule;
import java.util.ArrayList;
import java.util.List;

/** Placement constraints and strategies of services and task definitions. */
final class InventoryPlacement {
  private InventoryPlacement() {}

  /** The constraints of a body, in order. */
  static List<PlacementRule> constraints(JsonNode body) {
    return rules(field(body, "placementConstraints"), "expression");
  }

  /** The strategies of a service's body, in order; AWS Config says it in the plural. */
  static List<PlacementRule> strategies(JsonNode body) {
    return rules(field(body, "placementStrategy", "placementStrategies"), "field");
  }

  private static List<PlacementRule> rules(JsonNode list, String valueField) {
    List<PlacementRule> rules = new ArrayList<>();
    for (JsonNode rule : list) {
      String type = text(rule, "type");
      if (!type.isEmpty()) {
        rules.add(new PlacementRule(type, text(rule, valueField)));
      }
    }
    return rules;
  }
}
