package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.source.opinion.AwsOpinion;
import ecsadvisor.models.fact.CapacityProvider;
import ecsadvisor.models.fact.ClusterFacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The name under which AWS's opinion and ours of one resource meet: its ARN without a version, for
 * an Auto Scaling group the ARN of the capacity provider that it backs, for a commitment its type
 * and account.
 */
final class OpinionKeys {
  private static final String COMMITMENTS = "SavingsPlans|ReservedInstances";
  private static final String GROUP_NAME = "autoScalingGroupName/";
  private static final int SERVICE_NAME_PARTS = 2;

  private final Map<String, String> providerOfGroup = new HashMap<>();
  private final Map<String, String> longArnOfShort = new HashMap<>();

  /**
   * @param services ARNs of the services that are known
   * @param clusters the clusters with their capacity providers
   */
  OpinionKeys(Collection<String> services, Collection<ClusterFacts> clusters) {
    for (String arn : services) {
      String shortArn = shortArn(arn);
      // A name that two clusters have says nothing in its short form.
      longArnOfShort.merge(shortArn, arn, (one, other) -> one.equals(other) ? one : "");
    }
    for (ClusterFacts cluster : clusters) {
      for (CapacityProvider provider : cluster.capacityProviders()) {
        if (!provider.autoScalingGroup().isEmpty()) {
          providerOfGroup.put(
              group(cluster.accountId(), cluster.region(), provider.autoScalingGroup()),
              provider.arn());
        }
      }
    }
  }

  /** The name of what AWS means; empty for an Auto Scaling group that no cluster uses. */
  String of(AwsOpinion opinion) {
    String arn = opinion.resourceArn();
    if (isCommitment(opinion.resourceType())) {
      return commitment(opinion.resourceType(), opinion.accountId());
    }
    if (opinion.resourceType().equals("Ec2AutoScalingGroup")) {
      int name = arn.indexOf(GROUP_NAME);
      return name < 0
          ? ""
          : providerOfGroup.getOrDefault(
              group(
                  opinion.accountId(), opinion.region(), arn.substring(name + GROUP_NAME.length())),
              "");
    }
    if (opinion.resourceType().equals("EcsService")) {
      String plain = withoutVersion(arn);
      String known = longArnOfShort.get(plain);
      return known == null || known.isEmpty() ? plain : known;
    }
    return arn;
  }

  /** The name of what we mean. */
  static String of(String resourceType, String resourceArn, String accountId) {
    return isCommitment(resourceType) ? commitment(resourceType, accountId) : resourceArn;
  }

  private static boolean isCommitment(String resourceType) {
    for (String ending : COMMITMENTS.split("\\|", -1)) {
      if (resourceType.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static String commitment(String resourceType, String accountId) {
    return resourceType + "|" + accountId;
  }

  private static String group(String accountId, String region, String name) {
    return accountId + "|" + region + "|" + name;
  }

  /** {@code …:service/cluster/name:7} without {@code :7}. */
  private static String withoutVersion(String arn) {
    int service = arn.indexOf(":service/");
    int version = service < 0 ? -1 : arn.indexOf(':', service + 1);
    return version < 0 ? arn : arn.substring(0, version);
  }

  /** The form of old ARNs, which name no cluster. */
  private static String shortArn(String arn) {
    int service = arn.indexOf(":service/");
    if (service < 0) {
      return arn;
    }
    String[] names = arn.substring(service + ":service/".length()).split("/", -1);
    return names.length == SERVICE_NAME_PARTS
        ? arn.substring(0, service) + ":service/" + names[1]
        : arn;
  }
}
