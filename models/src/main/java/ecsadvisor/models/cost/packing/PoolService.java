package ecsadvisor.models.cost.packing;

import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.cost.FleetService.Reservation;
import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.PlacementRule;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.TaskDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A service's part in a pool.
 *
 * @param service the service
 * @param config its inventory
 * @param share the part of its tasks that runs in the pool, 0..1
 * @param base tasks that run there before others are counted
 */
record PoolService(FleetService service, ServiceConfig config, double share, int base) {

  boolean isDaemon() {
    return config.schedulingStrategy().equals("DAEMON");
  }

  /** Most of its tasks that run in the pool at a time, as it is or as other controls leave it. */
  int tasks(boolean after) {
    Double peak = after ? service.peakTasksAfter() : service.peakTasksNow();
    Double mean = after ? service.tasksAfter() : service.tasksNow();
    double known = Math.max(peak == null ? 0 : peak, mean == null ? 0 : mean);
    double all = peak == null && mean == null ? config.runningCount() : known;
    int whole = (int) Math.ceil(Math.min(all, 1_000_000) - 1e-6);
    int first = Math.min(base, whole);
    return first + (int) Math.ceil((whole - first) * share - 1e-6);
  }

  /** What each of its tasks reserves, or null where not known. */
  @Nullable Reservation size(boolean after) {
    return after && service.sizeAfter() != null ? service.sizeAfter() : service.sizeNow();
  }

  boolean isAwsvpc() {
    TaskDefinition definition = config.primaryTaskDefinition();
    return definition != null && definition.networkMode().equals("awsvpc");
  }

  /** Whether a container has all rights of its host or the task is in its host's network. */
  boolean reachesItsHost() {
    TaskDefinition definition = config.primaryTaskDefinition();
    return definition != null
        && (definition.networkMode().equals("host")
            || definition.containers().stream()
                .anyMatch(container -> container.runtime().privileged()));
  }

  Platform platform() {
    TaskDefinition definition = config.primaryTaskDefinition();
    return definition == null ? Platform.UNKNOWN : definition.platform();
  }

  int gpus() {
    TaskDefinition definition = config.primaryTaskDefinition();
    int gpus = 0;
    for (Container container :
        definition == null ? List.<Container>of() : definition.containers()) {
      gpus += Math.max(0, container.runtime().gpus());
    }
    return gpus;
  }

  /** Ports of the host that each task takes; none where it has a network interface of its own. */
  List<Integer> hostPorts() {
    TaskDefinition definition = config.primaryTaskDefinition();
    TreeSet<Integer> ports = new TreeSet<>();
    if (definition != null && !isAwsvpc()) {
      definition.containers().forEach(container -> ports.addAll(container.runtime().hostPorts()));
    }
    return List.copyOf(ports);
  }

  boolean isApart() {
    return config.layout().placementConstraints().stream()
        .anyMatch(rule -> rule.type().equals("distinctInstance"));
  }

  /** The expressions that its instances must fulfil. */
  List<String> expressions() {
    return config.layout().placementConstraints().stream()
        .filter(rule -> rule.type().equals("memberOf"))
        .map(PlacementRule::value)
        .toList();
  }

  /** Whether something else than packing decides where its tasks go within a zone. */
  boolean isSpread() {
    return !isDaemon()
        && !isApart()
        && config.layout().placementStrategies().stream()
            .noneMatch(rule -> rule.type().equals("binpack"));
  }

  /** Its placement strategy with packing by that resource in place of spreading over instances. */
  List<PlacementRule> packed(String resource) {
    List<PlacementRule> rules = new ArrayList<>();
    for (PlacementRule rule : config.layout().placementStrategies()) {
      if (rule.type().equals("spread") && rule.value().equals("attribute:ecs.availability-zone")) {
        rules.add(rule);
      }
    }
    if (rules.isEmpty()) {
      rules.add(new PlacementRule("spread", "attribute:ecs.availability-zone"));
    }
    rules.add(new PlacementRule("binpack", resource));
    return rules;
  }
}
