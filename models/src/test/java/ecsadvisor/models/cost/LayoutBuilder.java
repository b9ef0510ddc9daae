package ecsadvisor.models.cost;

import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.fact.TaskRun;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a service in a test is deployed and reached: in three zones, behind nothing. */
final class LayoutBuilder {
  static final String GROUP = "arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/web/1";

  private List<String> zones = List.of("us-east-1a", "us-east-1b", "us-east-1c");
  private List<String> subnets = List.of();
  private int minimumHealthyPercent = 100;
  private int maximumPercent = 200;
  private String controller = "ECS";
  private boolean groupsKnown = true;
  private final List<TargetGroup> groups = new ArrayList<>();
  private final List<TaskRun> runs = new ArrayList<>();

  static LayoutBuilder layout() {
    return new LayoutBuilder();
  }

  LayoutBuilder zones(String... names) {
    zones = List.of(names);
    return this;
  }

  LayoutBuilder subnets(String... ids) {
    subnets = List.of(ids);
    return this;
  }

  LayoutBuilder deployment(int minimum, int maximum) {
    minimumHealthyPercent = minimum;
    maximumPercent = maximum;
    return this;
  }

  LayoutBuilder controlledBy(String name) {
    controller = name;
    return this;
  }

  LayoutBuilder targetGroupsUnknown() {
    groupsKnown = false;
    return this;
  }

  /** Behind a load balancer that drains for so long; null where the inventory does not say. */
  LayoutBuilder behind(@Nullable Integer drainSeconds) {
    groups.add(new TargetGroup(GROUP, List.of("arn"), "ip", drainSeconds, false, true, 30, 5));
    return this;
  }

  LayoutBuilder run(TaskRun run) {
    runs.add(run);
    return this;
  }

  ServiceLayout build() {
    return new ServiceLayout(
        minimumHealthyPercent,
        maximumPercent,
        controller,
        subnets,
        zones,
        List.of(),
        List.of(),
        groups,
        groupsKnown,
        runs,
        true,
        List.of());
  }
}
