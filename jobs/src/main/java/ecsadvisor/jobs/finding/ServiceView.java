package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.DailyCostRow;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.SpendLine;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.fact.UsageKind;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the tables show of a service's facts, each figure worked out in one place. */
final class ServiceView {
  private final ServiceFacts facts;
  private final @Nullable TaskDefinition definition;
  private final @Nullable ServiceCost cost;
  private final ServiceUtilization utilization;

  ServiceView(ServiceFacts facts) {
    this.facts = facts;
    ServiceConfig config = facts.config();
    this.definition = config == null ? null : config.primaryTaskDefinition();
    this.cost = ServiceCost.of(facts.spend(), facts.window());
    this.utilization =
        new ServiceUtilization(facts.usage(), facts.window(), cpuUnits(), memoryMiB());
  }

  ServiceFacts facts() {
    return facts;
  }

  @Nullable ServiceCost cost() {
    return cost;
  }

  ServiceUtilization utilization() {
    return utilization;
  }

  String arn() {
    ServiceConfig config = facts.config();
    return config == null ? facts.key().arn() : config.serviceArn();
  }

  /** The inventory's launch type, else what the bill shows. */
  LaunchType launchType() {
    ServiceConfig config = facts.config();
    if (config != null && config.launchType() != LaunchType.UNKNOWN) {
      return config.launchType();
    }
    if (facts.spend() == null) {
      return LaunchType.UNKNOWN;
    }
    for (SpendLine line : facts.spend().lines()) {
      if (line.usageKind() == UsageKind.FARGATE_VCPU) {
        return LaunchType.FARGATE;
      }
      if (line.usageKind() == UsageKind.ECS_ON_EC2_VCPU) {
        return LaunchType.EC2;
      }
    }
    return LaunchType.UNKNOWN;
  }

  String capacityProviders() {
    ServiceConfig config = facts.config();
    if (config == null) {
      return "";
    }
    return config.capacityProviders().stream()
        .map(CapacityProviderItem::capacityProvider)
        .collect(Collectors.joining(";"));
  }

  /** CPU units of a task: its own, else the sum of its containers' on EC2; null where unknown. */
  @Nullable Integer cpuUnits() {
    if (definition == null) {
      return null;
    }
    if (definition.cpuUnits() != null) {
      return definition.cpuUnits();
    }
    int sum = definition.containers().stream().mapToInt(Container::cpuUnits).sum();
    return sum == 0 ? null : sum;
  }

  /** Memory of a task in MiB, likewise; soft limits count where they are set, as ECS reserves. */
  @Nullable Integer memoryMiB() {
    if (definition == null) {
      return null;
    }
    if (definition.memoryMiB() != null) {
      return definition.memoryMiB();
    }
    int sum = 0;
    for (Container container : definition.containers()) {
      Integer reserved =
          container.memoryReservationMiB() == null
              ? container.memoryMiB()
              : container.memoryReservationMiB();
      sum += reserved == null ? 0 : reserved;
    }
    return sum == 0 ? null : sum;
  }

  /** X86, ARM or WINDOWS from the task definition, else from the bill; empty where neither says. */
  String architecture() {
    if (definition != null && definition.platform() != Platform.UNKNOWN) {
      return definition.platform().name();
    }
    if (facts.spend() != null) {
      for (SpendLine line : facts.spend().lines()) {
        if (line.platform() != Platform.UNKNOWN) {
          return line.platform().name();
        }
      }
    }
    return "";
  }

  /** Mean running tasks: measured, else from the bill's vCPU-hours and the task's size. */
  @Nullable Double runningTasks() {
    Double measured = utilization.runningTasks();
    if (measured != null) {
      return measured;
    }
    Double taskHours = taskHours();
    return taskHours == null || cost == null ? null : taskHours / cost.hours();
  }

  /** Effective cost of one task for an hour, or null where the bill or the size is unknown. */
  @Nullable Double costPerTaskHour() {
    Double taskHours = taskHours();
    return taskHours == null || cost == null || taskHours == 0
        ? null
        : cost.effective() / taskHours;
  }

  List<DailyCostRow> dailyCosts() {
    Integer cpuUnits = cpuUnits();
    return cost == null
        ? List.of()
        : cost.daily(facts.key(), cpuUnits == null ? null : cpuUnits / 1024.0);
  }

  private @Nullable Double taskHours() {
    Integer cpuUnits = cpuUnits();
    if (cost == null || cpuUnits == null || cost.vcpuHours() == 0) {
      return null;
    }
    return cost.vcpuHours() / (cpuUnits / 1024.0);
  }
}
