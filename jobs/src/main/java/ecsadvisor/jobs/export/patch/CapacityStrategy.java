package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.finding.Step.SetCapacityProviders;
import java.util.Comparator;
import java.util.List;

/** Changes a service's capacity provider strategy; an empty one goes back to its launch type. */
final class CapacityStrategy {
  private static final String PROGRAM =
      ".services[0] | {capacityProviderStrategy: ((.capacityProviderStrategy // [])"
          + " | map({capacityProvider, base: (.base // 0), weight: (.weight // 0)})"
          + " | sort_by(.capacityProvider))}"
          + " | . + {launchType: (if .capacityProviderStrategy == [] then $type else \"\" end)}";

  private CapacityStrategy() {}

  static void write(StepDraft step, SetCapacityProviders change) {
    ServiceCalls service = new ServiceCalls(step);
    String present = step.privately("service.json");
    String program = PROGRAM.replace(".services[0] |", ".services[0] | .launchType as $type |");
    ObjectNode before = state(change.before(), change.launchTypeBefore());
    ObjectNode after = state(change.after(), change.launchTypeBefore());
    step.check(
        service.describe() + " >" + present,
        Aws.expect("The capacity provider strategy", before, program, present));
    requireProviders(step, change);
    step.undoCheck(
        service.describe() + " >" + present,
        Aws.accept("The capacity provider strategy", before, after, program, present));
    step.change(
        service.update("update-service", update(service, change.after())),
        service.waitForStability());
    step.undo(
        service.update("restore-service", update(service, change.before())),
        service.waitForStability());

    TerraformBlock block = service.terraform().flag("force_new_deployment", true);
    ArrayNode properties = service.cloudFormation().putArray("CapacityProviderStrategy");
    for (CapacityProviderItem item : change.after()) {
      block
          .block("capacity_provider_strategy")
          .text("capacity_provider", item.capacityProvider())
          .number("base", item.base())
          .number("weight", item.weight());
      properties
          .addObject()
          .put("CapacityProvider", item.capacityProvider())
          .put("Base", item.base())
          .put("Weight", item.weight());
    }
    if (!change.launchTypeBefore().isEmpty()) {
      block.remark("Remove launch_type: the strategy takes its place.");
    }
    step.say(
        "Sets the capacity provider strategy and deploys anew, so that the running tasks move."
            + " Tasks are replaced within the service's deployment limits.");
  }

  /** The cluster must know every provider; changing the cluster's own list is left to people. */
  private static void requireProviders(StepDraft step, SetCapacityProviders change) {
    ObjectNode input = JsonText.object();
    input.putArray("clusters").add(step.subject().clusterName());
    ArrayNode wanted = JsonText.object().arrayNode();
    change.after().forEach(item -> wanted.add(item.capacityProvider()));
    String cluster = step.privately("cluster.json");
    step.check(
        step.aws("ecs describe-clusters", step.document("describe-clusters", input))
            + " >"
            + cluster,
        "jq -e --argjson wanted "
            + ShellWord.of(JsonText.line(wanted))
            + " '$wanted - .clusters[0].capacityProviders == []' "
            + cluster
            + " >/dev/null ||",
        "  stop 'The cluster lacks one of the capacity providers: add it with"
            + " aws ecs put-cluster-capacity-providers, naming those that it has as well.'");
  }

  private static ObjectNode update(ServiceCalls service, List<CapacityProviderItem> items) {
    ObjectNode update = service.update();
    update.set("capacityProviderStrategy", strategy(items));
    return update.put("forceNewDeployment", true);
  }

  private static ObjectNode state(List<CapacityProviderItem> items, String launchType) {
    ObjectNode state = JsonText.object();
    state.set(
        "capacityProviderStrategy",
        strategy(
            items.stream()
                .sorted(Comparator.comparing(CapacityProviderItem::capacityProvider))
                .toList()));
    return state.put("launchType", items.isEmpty() ? launchType : "");
  }

  private static ArrayNode strategy(List<CapacityProviderItem> items) {
    ArrayNode strategy = JsonText.object().arrayNode();
    for (CapacityProviderItem item : items) {
      strategy
          .addObject()
          .put("capacityProvider", item.capacityProvider())
          .put("base", item.base())
          .put("weight", item.weight());
    }
    return strategy;
  }
}
