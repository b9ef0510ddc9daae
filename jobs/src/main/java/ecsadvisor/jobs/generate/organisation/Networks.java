package ecsadvisor.jobs.generate.organisation;

/** Names and ids around a service that bill, telemetry and inventory share. */
public final class Networks {
  private Networks() {}

  /** The end of a service's load balancer's ARN, {@code app/<name>/<id>}. */
  public static String loadBalancerSuffix(Organisation organisation, Service service) {
    return "app/"
        + service.loadBalancer()
        + "/"
        + Seeds.hex(
            16,
            organisation.seed(),
            "load-balancer",
            service.cluster().account().id(),
            service.cluster().region(),
            service.loadBalancer());
  }

  /** The ARN of a service's load balancer. */
  public static String loadBalancerArn(Organisation organisation, Service service) {
    return service
        .cluster()
        .arn("elasticloadbalancing", "loadbalancer/" + loadBalancerSuffix(organisation, service));
  }

  /** The end of a service's target group's ARN, {@code targetgroup/<name>/<id>}. */
  public static String targetGroupSuffix(Organisation organisation, Service service) {
    return "targetgroup/"
        + targetGroupName(service)
        + "/"
        + Seeds.hex(16, organisation.seed(), "target-group", service.arn());
  }

  /** The name of a service's target group; at most 32 letters. */
  public static String targetGroupName(Service service) {
    String name = service.name() + "-tg";
    return name.length() <= 32 ? name : name.substring(name.length() - 32);
  }

  /** Whether a load balancer faces the internet. */
  public static boolean internetFacing(Service service) {
    return service.loadBalancer().endsWith("-public");
  }

  /** The network interface of a task. */
  public static String interfaceId(Organisation organisation, TaskRun task) {
    return "eni-0" + Seeds.hex(16, organisation.seed(), "interface", task.id());
  }

  /** How many requests a service has in an hour, between 0 and 1 of its peak. */
  public static double requestLevel(Service service, int hour) {
    return service
        .workload()
        .shape()
        .level(30 + Math.floorMod(hour, 24) * 60, dayOfWeek(hour), Math.floorDiv(hour, 24));
  }

  private static int dayOfWeek(int hour) {
    return Math.floorMod(Math.floorDiv(hour, 24) + 3, 7) + 1;
  }
}
