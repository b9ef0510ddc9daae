package ecsadvisor.jobs.finding.memory;

import ecsadvisor.models.cost.UseInstanceSpot;
import ecsadvisor.models.cost.spot.SpotShare;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ScalingPolicy;
import ecsadvisor.models.fact.ScheduledAction;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.finding.ContainerProposal;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has chosen of a service, by name, as it is and as advised ({@link
 * ecsadvisor.models.ledger.Setup}). What is not known has no name.
 */
final class ServiceSetups {
  static final String TASKS = "tasks";
  private static final String OFF_HOURS = "off_hours";
  private static final String TRACKS = "tracks.";
  private static final String NONE = "none";
  private static final String YES = "yes";

  private ServiceSetups() {}

  /** What a proposal would make of a service; empty for what the inventory does not show. */
  static SortedMap<String, String> advised(Proposal proposal, ServiceConfig now) {
    SortedMap<String, String> values = new TreeMap<>();
    for (Step step : proposal.steps()) {
      if (step instanceof Step.ReviseTask revision) {
        revise(values, revision);
      } else if (step instanceof Step.SetDesiredCount count) {
        // The count of a service that scales moves by itself, unless it is to be stopped.
        if (count.after() == 0 || now.scaling() == null) {
          values.put(TASKS, Integer.toString(count.after()));
        }
      } else if (step instanceof Step.SetCapacityProviders providers) {
        values.put("spot_weight_percent", spotWeight(providers.after()));
      } else if (step instanceof Step.TrackTarget target) {
        track(values, target);
      } else if (step instanceof Step.SetBounds bounds && bounds.after().maximum() > 0) {
        values.put("scaling_minimum", Integer.toString(bounds.after().minimum()));
        values.put("scaling_maximum", Integer.toString(bounds.after().maximum()));
      } else if (step instanceof Step.Schedule) {
        values.put(OFF_HOURS, YES);
      }
    }
    return values;
  }

  /** What is of some names. */
  static SortedMap<String, String> present(ServiceConfig now, Set<String> names) {
    SortedMap<String, String> values = new TreeMap<>();
    TaskDefinition definition = now.primaryTaskDefinition();
    if (definition != null) {
      put(values, "cpu_units", definition.cpuUnits());
      put(values, "memory_mib", definition.memoryMiB());
      if (definition.platform() != Platform.UNKNOWN) {
        values.put("architecture", definition.platform().name());
      }
      definition.containers().forEach(container -> container(values, container));
    }
    values.put("spot_weight_percent", spotWeight(now.capacityProviders()));
    boolean offHours = stops(now.scaling());
    if (!offHours) {
      values.put(TASKS, Integer.toString(now.desiredCount()));
    }
    if (now.scaling() != null || now.scalingKnown()) {
      values.put(OFF_HOURS, offHours ? YES : NONE);
      scaling(values, now.scaling(), offHours, names);
    }
    values.keySet().retainAll(names);
    return values;
  }

  private static void revise(Map<String, String> values, Step.ReviseTask revision) {
    put(values, "cpu_units", revision.cpuUnits());
    put(values, "memory_mib", revision.memoryMiB());
    if (revision.platform() != null) {
      values.put("architecture", revision.platform().name());
    }
    if (revision.cpuUnits() == null && revision.memoryMiB() == null) {
      for (ContainerProposal container : revision.containers()) {
        String name = "container." + container.container();
        put(values, name + ".cpu_units", container.cpuUnits());
        put(values, name + ".memory_mib", container.memoryMiB());
        put(values, name + ".memory_reservation_mib", container.memoryReservationMiB());
      }
    }
  }

  private static void container(Map<String, String> values, Container container) {
    String name = "container." + container.name();
    values.put(name + ".cpu_units", Integer.toString(container.cpuUnits()));
    put(values, name + ".memory_mib", container.memoryMiB());
    put(values, name + ".memory_reservation_mib", container.memoryReservationMiB());
  }

  private static void track(Map<String, String> values, Step.TrackTarget target) {
    if (target.targetBefore() == null) {
      // Whoever lets the metric be tracked follows the advice, whatever the target.
      values.put(TRACKS + target.metric(), YES);
      return;
    }
    values.put("target." + target.metric(), number(target.targetAfter()));
    values.put("scaling_minimum", Integer.toString(target.after().minimum()));
    values.put("scaling_maximum", Integer.toString(target.after().maximum()));
  }

  private static void scaling(
      Map<String, String> values, @Nullable Scaling scaling, boolean offHours, Set<String> names) {
    names.stream().filter(name -> name.startsWith(TRACKS)).forEach(name -> values.put(name, NONE));
    if (scaling == null) {
      return;
    }
    if (!offHours) {
      // Scheduled actions move the bounds; what they are now is nobody's choice then.
      values.put("scaling_minimum", Integer.toString(scaling.minCapacity()));
      values.put("scaling_maximum", Integer.toString(scaling.maxCapacity()));
    }
    for (ScalingPolicy policy : scaling.policies()) {
      if (policy.targetValue() != null && !policy.predefinedMetric().isEmpty()) {
        values.put(TRACKS + policy.predefinedMetric(), YES);
        values.put("target." + policy.predefinedMetric(), number(policy.targetValue()));
      }
    }
  }

  private static boolean stops(@Nullable Scaling scaling) {
    if (scaling == null) {
      return false;
    }
    for (ScheduledAction action : scaling.scheduledActions()) {
      Integer most = action.maxCapacity();
      if (most != null && most == 0) {
        return true;
      }
    }
    return false;
  }

  /** Share of the weights on Spot, percent. */
  private static String spotWeight(List<CapacityProviderItem> strategy) {
    int all = 0;
    int spot = 0;
    for (CapacityProviderItem item : strategy) {
      all += item.weight();
      String name = item.capacityProvider();
      boolean isSpot =
          name.equals(SpotShare.FARGATE_SPOT) || name.endsWith(UseInstanceSpot.SPOT_SUFFIX);
      spot += isSpot ? item.weight() : 0;
    }
    return number(all == 0 ? 0 : Math.round(1000.0 * spot / all) / 10.0);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static void put(Map<String, String> values, String name, @Nullable Integer value) {
    if (value != null) {
      values.put(name, value.toString());
    }
  }
}
