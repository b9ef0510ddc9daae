package ecsadvisor.models.cost.balancer;

import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.Tag;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What load balancers must have in common before one can take the place of another. Production and
 * anything else never meet, since all services behind one have to be of the same environment and
 * profile.
 *
 * @param profiles profiles of the services behind it
 * @param environment environment of the services, and of the load balancer where it has a tag of
 *     its own
 */
record MergeGroup(
    String accountId,
    String region,
    String type,
    String vpcId,
    String scheme,
    List<String> subnetIds,
    List<String> availabilityZones,
    List<String> securityGroups,
    String profiles,
    String environment,
    String webAclArn,
    @Nullable Integer idleTimeoutSeconds) {

  /** The group of a load balancer, or null where it stays alone. */
  static @Nullable MergeGroup of(SharedBalancer shared) {
    LoadBalancer balancer = shared.balancer();
    String environments = shared.environments();
    boolean oneEnvironment =
        !environments.isEmpty()
            && shared.services().stream()
                .allMatch(service -> service.environment().equals(environments));
    if (shared.services().isEmpty()
        || shared.foreignGroups() > 0
        || !balancer.rulesKnown()
        || balancer.vpcId().isEmpty()
        || !oneEnvironment
        || balancer.type().equals("gateway")) {
      return null;
    }
    return new MergeGroup(
        balancer.accountId(),
        balancer.region(),
        balancer.type(),
        balancer.vpcId(),
        balancer.scheme(),
        balancer.subnetIds(),
        balancer.availabilityZones(),
        balancer.securityGroups(),
        profiles(shared.services()),
        environments + "/" + environmentTag(balancer.tags()),
        balancer.webAclArn(),
        balancer.idleTimeoutSeconds());
  }

  private static String profiles(List<FleetService> services) {
    return services.stream()
        .map(service -> service.profile().name())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(","));
  }

  private static String environmentTag(List<Tag> tags) {
    for (Tag tag : tags) {
      String key = tag.key().toLowerCase(Locale.ROOT);
      if (key.equals("environment") || key.equals("env")) {
        return tag.value();
      }
    }
    return "";
  }
}
