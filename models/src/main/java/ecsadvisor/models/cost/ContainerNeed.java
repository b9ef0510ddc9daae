package ecsadvisor.models.cost;

import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.stats.Quantiles;
import java.util.ArrayList;
import java.util.List;

/**
 * What one container of a task needs by its own metrics.
 *
 * @param container the container as defined
 * @param vcpu the rule's CPU need, NaN without metrics
 * @param memoryMiB its highest memory, NaN without metrics
 */
record ContainerNeed(Container container, double vcpu, double memoryMiB) {

  /** One per container of the definition, in its order. */
  static List<ContainerNeed> of(ServiceFacts service, TaskDefinition definition, SizeRule rule) {
    List<ContainerNeed> needs = new ArrayList<>();
    for (Container container : definition.containers()) {
      double[] cpu =
          days(service, Metric.CPU_UNITS, container).stream()
              .mapToDouble(day -> day.p99() / 1024)
              .toArray();
      double[] memory =
          days(service, Metric.MEMORY_MIB, container).stream().mapToDouble(DayUsage::max).toArray();
      needs.add(
          new ContainerNeed(
              container,
              cpu.length == 0 ? Double.NaN : rule.cpuNeed(cpu),
              memory.length == 0 ? Double.NaN : Quantiles.linear(memory, 1)));
    }
    return needs;
  }

  private static List<DayUsage> days(ServiceFacts service, Metric metric, Container container) {
    return service.usage().days(metric, container.name()).stream()
        .filter(day -> service.window().contains(day.day()))
        .toList();
  }
}
