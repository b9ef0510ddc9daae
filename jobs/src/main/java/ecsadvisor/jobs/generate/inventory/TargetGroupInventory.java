package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Networks;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.List;
import java.util.Map;

/** Target groups and their attributes. */
final class TargetGroupInventory {
  private static final int DEFAULT_DELAY_SECONDS = 300;
  private static final int SHORT_DELAY_SECONDS = 60;

  private final Organisation organisation;
  private final Envelopes envelopes;

  TargetGroupInventory(Organisation organisation, Envelopes envelopes) {
    this.organisation = organisation;
    this.envelopes = envelopes;
  }

  /** The ARN of a service's target group. */
  String arn(Service service) {
    return service
        .cluster()
        .arn("elasticloadbalancing", Networks.targetGroupSuffix(organisation, service));
  }

  /** Adds the target group of a service behind a load balancer. */
  void add(String balancerArn, Service service) {
    boolean awsvpc = TaskDefinitions.networkMode(service).equals("awsvpc");
    group(
        service,
        arn(service),
        Networks.targetGroupName(service),
        List.of(balancerArn),
        awsvpc ? "ip" : "instance",
        delaySeconds(service));
  }

  /** Adds a target group of an earlier form of a service, which nothing forwards to any more. */
  void addForgotten(Service service) {
    String name = "old-" + service.name();
    String shortened = name.length() <= 32 ? name : name.substring(0, 32);
    String id = Seeds.hex(16, organisation.seed(), "forgotten-group", service.arn());
    group(
        service,
        service.cluster().arn("elasticloadbalancing", "targetgroup/" + shortened + "/" + id),
        shortened,
        List.of(),
        "ip",
        DEFAULT_DELAY_SECONDS);
  }

  /** AWS's default, which most teams leave as it is, or the minute that some have set. */
  private static int delaySeconds(Service service) {
    return switch (service.archetype()) {
      case OPTIMAL, UNDERSIZED, JVM, SCHEDULED -> DEFAULT_DELAY_SECONDS;
      default -> SHORT_DELAY_SECONDS;
    };
  }

  private void group(
      Service service,
      String arn,
      String name,
      List<String> balancerArns,
      String targetType,
      int delaySeconds) {
    envelopes.add(
        Kind.ELBV2_TARGET_GROUP,
        arn,
        Body.of(
            "TargetGroupArn",
            arn,
            "TargetGroupName",
            name,
            "Protocol",
            "HTTP",
            "Port",
            8080,
            "VpcId",
            NetworkInventory.vpcId(service.cluster()),
            "HealthCheckProtocol",
            "HTTP",
            "HealthCheckEnabled",
            true,
            "HealthCheckIntervalSeconds",
            30,
            "HealthCheckTimeoutSeconds",
            5,
            "HealthyThresholdCount",
            5,
            "UnhealthyThresholdCount",
            2,
            "HealthCheckPath",
            "/health",
            "LoadBalancerArns",
            balancerArns,
            "TargetType",
            targetType));
    envelopes.add(
        Kind.ELBV2_ATTRIBUTES,
        arn,
        Body.of(
            "Attributes",
            List.of(
                attribute("deregistration_delay.timeout_seconds", Integer.toString(delaySeconds)),
                attribute("stickiness.enabled", "false"))));
  }

  private static Map<String, Object> attribute(String key, String value) {
    return Body.of("Key", key, "Value", value);
  }
}
