package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.CountRule;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Application Auto Scaling knows of the services. */
final class ScalingInventory {
  private static final String DIMENSION = "ecs:service:DesiredCount";

  private ScalingInventory() {}

  static void add(Organisation organisation, Envelopes envelopes, List<Service> services) {
    for (Service service : services) {
      int running = service.count(organisation.timeline(), organisation.timeline().endHour() - 1);
      int[] capacity = capacity(service, running);
      if (capacity == null) {
        continue;
      }
      String arn =
          service
              .cluster()
              .arn(
                  "application-autoscaling",
                  "scalable-target/" + Seeds.hex(24, organisation.seed(), service.arn()));
      envelopes.add(
          Kind.AUTOSCALING_TARGET,
          arn,
          Body.of(
              "ServiceNamespace",
              "ecs",
              "ResourceId",
              resourceId(service),
              "ScalableDimension",
              DIMENSION,
              "MinCapacity",
              capacity[0],
              "MaxCapacity",
              capacity[1],
              "SuspendedState",
              Body.of(
                  "DynamicScalingInSuspended",
                  false,
                  "DynamicScalingOutSuspended",
                  false,
                  "ScheduledScalingSuspended",
                  false),
              "ScalableTargetARN",
              arn));
      if (service.countRule() == CountRule.TRACKING) {
        policy(organisation, envelopes, service);
        continue;
      }
      boolean night = service.countRule() == CountRule.NIGHT;
      action(
          envelopes,
          service,
          "start",
          night ? "cron(0 1 * * ? *)" : "cron(0 13 ? * MON-FRI *)",
          service.tasks());
      action(
          envelopes, service, "stop", night ? "cron(0 5 * * ? *)" : "cron(0 23 ? * MON-FRI *)", 0);
    }
  }

  /** Fewest and most tasks of a service's scalable target; null where nothing scales it. */
  private static int @Nullable [] capacity(Service service, int running) {
    if (service.countRule() == CountRule.FIXED) {
      return null;
    }
    if (service.countRule() == CountRule.TRACKING) {
      return new int[] {service.tasks(), service.maxTasks()};
    }
    return new int[] {running, running};
  }

  private static String resourceId(Service service) {
    return "service/" + service.cluster().name() + "/" + service.name();
  }

  private static void policy(Organisation organisation, Envelopes envelopes, Service service) {
    String arn =
        service
            .cluster()
            .arn(
                "autoscaling",
                "scalingPolicy:"
                    + Seeds.uuid(organisation.seed(), "policy", service.arn())
                    + ":resource/ecs/"
                    + resourceId(service)
                    + ":policyName/cpu60");
    envelopes.add(
        Kind.AUTOSCALING_POLICY,
        arn,
        Body.of(
            "PolicyARN",
            arn,
            "PolicyName",
            "cpu60",
            "ServiceNamespace",
            "ecs",
            "ResourceId",
            resourceId(service),
            "ScalableDimension",
            DIMENSION,
            "PolicyType",
            "TargetTrackingScaling",
            "TargetTrackingScalingPolicyConfiguration",
            Body.of(
                "TargetValue",
                60.0,
                "PredefinedMetricSpecification",
                Body.of("PredefinedMetricType", "ECSServiceAverageCPUUtilization"),
                "ScaleOutCooldown",
                60,
                "ScaleInCooldown",
                300,
                "DisableScaleIn",
                false),
            "Alarms",
            List.of()));
  }

  private static void action(
      Envelopes envelopes, Service service, String name, String schedule, int capacity) {
    Map<String, Object> target = Body.of("MinCapacity", capacity, "MaxCapacity", capacity);
    String arn =
        service
            .cluster()
            .arn(
                "autoscaling",
                "scheduledAction:resource/ecs/" + resourceId(service) + ":name/" + name);
    envelopes.add(
        Kind.AUTOSCALING_SCHEDULED_ACTION,
        arn,
        Body.of(
            "ScheduledActionName",
            name,
            "ScheduledActionARN",
            arn,
            "ServiceNamespace",
            "ecs",
            "Schedule",
            schedule,
            "Timezone",
            "UTC",
            "ResourceId",
            resourceId(service),
            "ScalableDimension",
            DIMENSION,
            "ScalableTargetAction",
            target));
  }
}
