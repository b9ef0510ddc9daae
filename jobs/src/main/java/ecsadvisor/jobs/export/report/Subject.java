package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.RecommendationRow;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a recommendation is about.
 *
 * @param name a service's name, or a resource with its kind, such as {@code volume vol-1}
 * @param place cluster, account and region, as far as it has them
 */
record Subject(String name, String place) {

  static Subject of(RecommendationRow row) {
    return new Subject(
        row.serviceName().isEmpty() ? resource(row) : row.serviceName(),
        place(row.clusterName(), row.accountId(), row.region()));
  }

  /** What a row is about if not a whole account. */
  static String place(String clusterName, String accountId, String region) {
    return Stream.of(clusterName, accountId, region)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" · "));
  }

  /** Equal for rows of the same service or resource. */
  static List<String> key(RecommendationRow row) {
    boolean isService = !row.serviceName().isEmpty();
    return List.of(
        row.currencyCode(),
        row.accountId(),
        row.region(),
        row.clusterName(),
        row.serviceName(),
        isService ? "" : row.currentResourceType(),
        isService ? "" : row.resourceArn());
  }

  private static String resource(RecommendationRow row) {
    String arn = row.resourceArn();
    return switch (row.currentResourceType()) {
      case "Ec2AutoScalingGroup" -> named("capacity provider", after(arn, "/"));
      case "LoadBalancer" -> named("load balancer", balancer(arn));
      case "TargetGroup" -> named("target group", targetGroup(arn));
      case "EcrRepository" -> named("repository", after(arn, ":repository/"));
      case "EbsVolume" -> named("volume", after(arn, "/"));
      case "ComputeSavingsPlans", "Ec2InstanceSavingsPlans" -> "Savings Plans";
      case "Ec2ReservedInstances" -> "Reserved Instances";
      case "Account" -> named("account", row.accountId());
      default -> named(row.currentResourceType(), arn);
    };
  }

  private static String named(String kind, String name) {
    return name.isBlank() ? kind : kind + " " + name;
  }

  /** The name in {@code …:loadbalancer/app/name/id}; classic ones have only a name. */
  private static String balancer(String arn) {
    String[] parts = after(arn, ":loadbalancer/").split("/", -1);
    return parts.length == 3 ? parts[1] : parts[0];
  }

  private static String targetGroup(String arn) {
    return after(arn, ":targetgroup/").split("/", -1)[0];
  }

  private static String after(String text, String separator) {
    int start = separator.length() == 1 ? text.lastIndexOf(separator) : text.indexOf(separator);
    return start < 0 ? text : text.substring(start + separator.length());
  }
}
