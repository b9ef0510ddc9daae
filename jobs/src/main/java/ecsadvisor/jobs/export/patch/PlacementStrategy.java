package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.fact.PlacementRule;
import ecsadvisor.models.finding.Step.SetPlacement;
import java.util.List;
import java.util.Locale;

/** Changes where ECS places a service's tasks, and deploys anew so that they move. */
final class PlacementStrategy {
  /** ECS answers with other letter cases than it was given. */
  private static final String PROGRAM =
      ".services[0].placementStrategy // [] | map({type, field: (.field // \"\" | ascii_downcase)})";

  private PlacementStrategy() {}

  static void write(StepDraft step, SetPlacement change) {
    ServiceCalls service = new ServiceCalls(step);
    String present = step.privately("service.json");
    String what = "The placement strategy";
    step.check(
        service.describe() + " >" + present,
        Aws.expect(what, state(change.before()), PROGRAM, present));
    step.undoCheck(
        service.describe() + " >" + present,
        Aws.accept(what, state(change.before()), state(change.after()), PROGRAM, present));
    step.change(
        service.update("update-service", update(service, change.after())),
        service.waitForStability());
    step.undo(
        service.update("restore-service", update(service, change.before())),
        service.waitForStability());

    TerraformBlock block = service.terraform().flag("force_new_deployment", true);
    ArrayNode properties = service.cloudFormation().putArray("PlacementStrategies");
    for (PlacementRule rule : change.after()) {
      TerraformBlock inner = block.block("ordered_placement_strategy").text("type", rule.type());
      ObjectNode property = properties.addObject().put("Type", rule.type());
      if (!rule.value().isEmpty()) {
        inner.text("field", rule.value());
        property.put("Field", rule.value());
      }
    }
    step.say("Sets the placement strategy and deploys anew, so that the running tasks move.");
  }

  private static ObjectNode update(ServiceCalls service, List<PlacementRule> rules) {
    ObjectNode update = service.update();
    ArrayNode strategy = update.putArray("placementStrategy");
    for (PlacementRule rule : rules) {
      ObjectNode item = strategy.addObject().put("type", rule.type());
      if (!rule.value().isEmpty()) {
        item.put("field", rule.value());
      }
    }
    return update.put("forceNewDeployment", true);
  }

  private static ArrayNode state(List<PlacementRule> rules) {
    ArrayNode state = JsonText.object().arrayNode();
    for (PlacementRule rule : rules) {
      state
          .addObject()
          .put("type", rule.type())
          .put("field", rule.value().toLowerCase(Locale.ROOT));
    }
    return state;
  }
}
