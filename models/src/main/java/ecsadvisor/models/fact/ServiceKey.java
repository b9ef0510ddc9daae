package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Which service is meant: the four names that bill, utilization and inventory have in common.
 *
 * @param accountId the twelve digits of the account that runs the service, as text (zeros lead)
 * @param region the region's code, such as {@code eu-west-1}
 * @param clusterName the cluster's short name
 * @param serviceName the service's short name
 */
public record ServiceKey(String accountId, String region, String clusterName, String serviceName)
    implements Comparable<ServiceKey>, Serializable {

  private static final Comparator<ServiceKey> ORDER =
      Comparator.comparing(ServiceKey::accountId)
          .thenComparing(ServiceKey::region)
          .thenComparing(ServiceKey::clusterName)
          .thenComparing(ServiceKey::serviceName);

  @Override
  public int compareTo(ServiceKey other) {
    return ORDER.compare(this, other);
  }

  /** The service's long ARN. */
  public String arn() {
    return "arn:%s:ecs:%s:%s:service/%s/%s"
        .formatted(partition(region), region, accountId, clusterName, serviceName);
  }

  /** The partition that a region belongs to: aws, aws-cn or aws-us-gov. */
  public static String partition(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
