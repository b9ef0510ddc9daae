package ecsadvisor.jobs;

import ecsadvisor.jobs.fact.Inventory;
import ecsadvisor.jobs.fact.TargetGroupKey;
import ecsadvisor.jobs.finding.ServiceFinding;
import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.fact.HourlyMetric;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Window;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is known beyond single services, from inventory, bill and telemetry. */
public final class FleetOf {
  private FleetOf() {}

  /** The facts; what the bill says of commitments is of the window only. */
  public static Fleet fleet(
      Window window,
      List<ServiceFinding> services,
      Inventory inventory,
      BillFacts bill,
      List<HourlyMetric> metrics) {
    return new Fleet(
        window,
        services.stream().map(ServiceFinding::fleet).toList(),
        inventory.clusterFacts(),
        inventory.accounts(),
        inventory.loadBalancers(),
        inventory.targetGroups(),
        inventory.repositories(),
        inventory.volumes(),
        inventory.instanceTypes(),
        bill.resources(),
        bill.commitmentUsage(),
        bill.commitments(),
        metrics,
        inventory.complete(),
        inventory.imagesInUse().values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toSet()));
  }

  /** The service of each target group that has exactly one; of others it is not known. */
  public static SortedMap<TargetGroupKey, ServiceKey> onlyServices(Inventory inventory) {
    SortedMap<TargetGroupKey, ServiceKey> only = new TreeMap<>();
    inventory
        .targetGroupServices()
        .forEach(
            (group, services) -> {
              if (services.size() == 1) {
                only.put(group, services.get(0));
              }
            });
    return only;
  }
}
