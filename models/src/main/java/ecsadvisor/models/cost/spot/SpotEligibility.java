package ecsadvisor.models.cost.spot;

import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.fact.Volume;
import ecsadvisor.models.fact.VolumeKind;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Would the service outlive the loss of some of its tasks at two minutes' notice?
 *
 * @param veto why it would not whatever is changed, or null
 * @param blockers what has to be changed first
 * @param zones Availability Zones that its tasks spread over; where only subnets are known, two or
 *     more count as two
 * @param because what was looked at, in reading order
 */
public record SpotEligibility(
    @Nullable ReasonCode veto, List<SpotBlocker> blockers, int zones, List<Evidence> because) {
  public SpotEligibility {
    blockers = List.copyOf(blockers);
    because = List.copyOf(because);
  }

  /**
   * The service's eligibility.
   *
   * @param mostTasks most tasks that ran in any hour
   * @param onHosts whether its tasks share the hosts of an EC2 cluster
   */
  public static SpotEligibility of(
      ServiceFacts service,
      ServiceConfig config,
      TaskDefinition definition,
      int mostTasks,
      boolean onHosts,
      SpotRules rules) {
    ServiceLayout layout = config.layout();
    Scaling scaling = config.scaling();
    int most = Math.max(mostTasks, scaling == null ? config.desiredCount() : scaling.maxCapacity());
    boolean mayWait = rules.mayWait(service);
    ReasonCode veto = veto(service, config, definition, most, mayWait, onHosts, rules);
    List<SpotBlocker> blockers = SpotBlockers.of(definition, layout, mayWait, rules);
    List<Evidence> because = new ArrayList<>();
    because.add(new Evidence("most_tasks", Integer.toString(most)));
    because.add(
        new Evidence(
            "may_be_without_tasks_for_a_while",
            mayWait ? "yes, by its environment " + service.environment() : "no"));
    because.add(new Evidence("availability_zones", zones(layout)));
    because.add(new Evidence("volumes", volumes(definition)));
    because.addAll(PastRuns.of(layout).evidence());
    for (SpotBlocker blocker : blockers) {
      because.add(new Evidence("eligible_after", blocker.change()));
    }
    return new SpotEligibility(veto, blockers, SpotBlockers.zones(layout), because);
  }

  private static @Nullable ReasonCode veto(
      ServiceFacts service,
      ServiceConfig config,
      TaskDefinition definition,
      int mostTasks,
      boolean mayWait,
      boolean onHosts,
      SpotRules rules) {
    ServiceLayout layout = config.layout();
    if (service.profile() == Profile.CRITICAL) {
      return ReasonCode.VETO_CRITICAL;
    }
    if (rules.isOptedOut(config.tags())) {
      return ReasonCode.VETO_TAG;
    }
    for (Volume volume : definition.volumes()) {
      if (volume.kind() == VolumeKind.EBS) {
        return ReasonCode.VETO_EBS_VOLUME;
      }
      boolean onHost = volume.kind() == VolumeKind.HOST_PATH || volume.kind() == VolumeKind.DOCKER;
      if (onHosts && onHost && volume.writable()) {
        return ReasonCode.VETO_HOST_VOLUME;
      }
    }
    if (layout.minimumHealthyPercent() >= 100 && layout.maximumPercent() <= 100) {
      return ReasonCode.VETO_DEPLOYMENT;
    }
    return mostTasks <= 1 && !mayWait ? ReasonCode.VETO_SINGLE_TASK : null;
  }

  private static String zones(ServiceLayout layout) {
    int zones = SpotBlockers.zones(layout);
    return layout.availabilityZones().isEmpty()
        ? zones + ", from " + layout.subnetIds().size() + " subnets whose zones are not known"
        : Integer.toString(zones);
  }

  private static String volumes(TaskDefinition definition) {
    if (definition.volumes().isEmpty()) {
      return "none";
    }
    return String.join(
        ", ",
        definition.volumes().stream()
            .map(volume -> volume.kind() + (volume.writable() ? " (written)" : " (read)"))
            .sorted()
            .toList());
  }
}
