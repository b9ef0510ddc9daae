package ecsadvisor.models.cost.spot;

import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Step;
import java.util.ArrayList;
import java.util.List;

/** What a service has to change before two minutes' notice is enough for it. */
final class SpotBlockers {
  private static final String DELAY = "deregistration_delay.timeout_seconds";
  private static final int DEFAULT_DELAY_SECONDS = 300;
  private static final int DEFAULT_STOP_TIMEOUT_SECONDS = 30;

  private SpotBlockers() {}

  static List<SpotBlocker> of(
      TaskDefinition definition, ServiceLayout layout, boolean mayWait, SpotRules rules) {
    List<SpotBlocker> blockers = new ArrayList<>();
    drain(blockers, layout, rules);
    stop(blockers, definition, rules);
    health(blockers, definition, layout);
    if (zones(layout) == 1 && !mayWait) {
      blockers.add(
          new SpotBlocker(
              ReasonCode.FIX_SINGLE_ZONE, "subnets in a second Availability Zone", List.of()));
    }
    return blockers;
  }

  /** Zones that the tasks spread over; where only subnets are known, two or more count as two. */
  static int zones(ServiceLayout layout) {
    if (!layout.availabilityZones().isEmpty()) {
      return layout.availabilityZones().size();
    }
    return layout.subnetIds().size() >= 2 ? 2 : 1;
  }

  private static void drain(List<SpotBlocker> blockers, ServiceLayout layout, SpotRules rules) {
    List<Step> steps = new ArrayList<>();
    int longest = 0;
    String after = Integer.toString(rules.drainSeconds());
    for (TargetGroup group : layout.targetGroups()) {
      Integer known = group.deregistrationDelaySeconds();
      int delay = known == null ? DEFAULT_DELAY_SECONDS : known;
      if (delay > rules.drainSeconds()) {
        longest = Math.max(longest, delay);
        steps.add(
            new Step.SetTargetGroupAttribute(group.arn(), DELAY, Integer.toString(delay), after));
      }
    }
    if (!steps.isEmpty()) {
      blockers.add(
          new SpotBlocker(
              ReasonCode.FIX_DEREGISTRATION_DELAY,
              "deregistration delay from " + longest + " to " + after + " s",
              steps));
    }
  }

  private static void stop(List<SpotBlocker> blockers, TaskDefinition definition, SpotRules rules) {
    for (Container container : definition.containers()) {
      Integer known = container.runtime().stopTimeoutSeconds();
      int seconds = known == null ? DEFAULT_STOP_TIMEOUT_SECONDS : known;
      boolean tooShort = container.essential() && seconds < rules.leastStopTimeoutSeconds();
      if (tooShort || seconds > SpotRules.NOTICE_SECONDS) {
        blockers.add(
            new SpotBlocker(
                ReasonCode.FIX_STOP_TIMEOUT,
                "stopTimeout of container %s from %d s to between %d and %d s"
                    .formatted(
                        container.name(),
                        seconds,
                        rules.leastStopTimeoutSeconds(),
                        SpotRules.NOTICE_SECONDS),
                List.of()));
        return;
      }
    }
  }

  private static void health(
      List<SpotBlocker> blockers, TaskDefinition definition, ServiceLayout layout) {
    boolean byTarget = layout.targetGroups().stream().anyMatch(TargetGroup::healthCheckEnabled);
    boolean byContainer =
        definition.containers().stream()
            .anyMatch(container -> container.runtime().hasHealthCheck());
    if (!byTarget && !byContainer) {
      blockers.add(
          new SpotBlocker(
              ReasonCode.FIX_HEALTH_CHECK,
              "a health check of an essential container or of a target group",
              List.of()));
    }
  }
}
