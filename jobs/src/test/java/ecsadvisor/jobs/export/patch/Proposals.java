package ecsadvisor.jobs.export.patch;

import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.PlacementRule;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.ScheduledAction;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.ContainerProposal;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Step;
import java.util.List;
import java.util.Objects;

/** One proposal of every kind, about one service. */
final class Proposals {
  static final String ID = "ecs-0123456789abcdef0123";
  static final ServiceKey SERVICE = new ServiceKey("111122223333", "eu-west-1", "shop", "web");
  static final String REVISION = "arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7";
  static final String GROUP =
      "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef";
  static final String BALANCER =
      "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef";

  static final Step RESIZE =
      new Step.ReviseTask(
          REVISION, 512, 1024, Platform.ARM, List.of(new ContainerProposal("app", 384, 768, null)));
  static final Step COUNT = new Step.SetDesiredCount(4, 2);
  static final Step SPOT =
      new Step.SetCapacityProviders(
          List.of(),
          "FARGATE",
          List.of(
              new CapacityProviderItem("FARGATE", 2, 1),
              new CapacityProviderItem("FARGATE_SPOT", 0, 3)));
  static final Step PLACEMENT =
      new Step.SetPlacement(
          List.of(new PlacementRule("spread", "attribute:ecs.availability-zone")),
          List.of(new PlacementRule("binpack", "memory")));
  static final Step TRACK =
      new Step.TrackTarget(
          null,
          new Step.Bounds(2, 8),
          "cpu-target",
          "ECSServiceAverageCPUUtilization",
          null,
          60,
          60,
          300);
  static final Step TUNE =
      new Step.TrackTarget(
          new Step.Bounds(3, 12),
          new Step.Bounds(2, 10),
          "cpu-target",
          "ECSServiceAverageCPUUtilization",
          45.0,
          62.5,
          60,
          300);
  static final Step SCHEDULE =
      new Step.Schedule(
          false,
          new Step.Bounds(4, 4),
          4,
          List.of(
              new ScheduledAction("off-1", "cron(0 20 ? * MON-FRI *)", "Europe/Berlin", 0, 0),
              new ScheduledAction("on-1", "cron(0 7 ? * MON-FRI *)", "Europe/Berlin", 4, 4)),
          List.of(
              new Step.OffWindow(
                  "MON-FRI",
                  "20:00",
                  "07:00",
                  "Europe/Berlin",
                  "cron(0 20 ? * MON-FRI *)",
                  "cron(0 7 ? * MON-FRI *)",
                  4,
                  0)));
  static final String LIFECYCLE =
      "{\"rules\":[{\"rulePriority\":1,\"selection\":{\"tagStatus\":\"untagged\","
          + "\"countType\":\"sinceImagePushed\",\"countUnit\":\"days\",\"countNumber\":14},"
          + "\"action\":{\"type\":\"expire\"}}]}";

  private Proposals() {}

  /** A step of every kind, and the variants that write other files. */
  static List<Step> all() {
    return List.of(
        RESIZE,
        COUNT,
        SPOT,
        PLACEMENT,
        TRACK,
        TUNE,
        SCHEDULE,
        new Step.SetTargetGroupAttribute(
            GROUP, "deregistration_delay.timeout_seconds", "300", "30"),
        new Step.ResizeGroup(
            "shop-ec2",
            "shop-group",
            List.of("m5.large"),
            List.of("m7i.large", "c7i.large"),
            6,
            4,
            50),
        new Step.PutLifecyclePolicy("web", "", LIFECYCLE),
        new Step.PutLifecyclePolicy("web", LIFECYCLE.replace("14", "90"), LIFECYCLE),
        new Step.Delete("EBS_VOLUME", "vol-0123456789abcdef0", "old"),
        new Step.Delete("LOAD_BALANCER", BALANCER, "web"),
        new Step.Delete("TARGET_GROUP", GROUP, "web"),
        new Step.Delete("TASK_DEFINITION", REVISION, "web"),
        new Step.Delete("ECS_SERVICE", SERVICE.arn(), "web"),
        new Step.MergeLoadBalancer(BALANCER, BALANCER + "0", List.of(GROUP)),
        new Step.BuyCommitment("COMPUTE_SP", "ONE_YEAR", "NO_UPFRONT", 1.23456, "USD"),
        new Step.BuyCommitment("RESERVED_INSTANCE", "ONE_YEAR", "NO_UPFRONT", 1.2, "USD"),
        new Step.WatchCost("BUDGET", "111122223333", "ecs", 1234.5, "USD"),
        new Step.WatchCost("ANOMALY_MONITOR", "111122223333", "services", 0, "USD"),
        new Step.WatchCost("COST_ALLOCATION_TAG", "111122223333", "team", 0, "USD"));
  }

  static PatchSubject subject() {
    return PatchSubject.service(ID, "COST-01", SERVICE, null);
  }

  static Patch patch(Step... steps) {
    return PatchWriter.patch(subject(), proposal(List.of(steps)));
  }

  /** A file that the patch must have. */
  static String file(Patch patch, String name) {
    return Objects.requireNonNull(patch.files().get(name), name);
  }

  static Proposal proposal(List<Step> steps) {
    return new Proposal(
        "Rightsize",
        "Rightsize",
        "Overprovisioned",
        List.of(ReasonCode.CPU_OVER_PROVISIONED),
        PerformanceRisk.LOW,
        "1 vCPU / 2048 MiB",
        "0.5 vCPU / 1024 MiB",
        512,
        1024,
        null,
        List.of(),
        steps,
        "Medium",
        true,
        true);
  }
}
