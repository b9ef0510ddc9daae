package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which roles the instances have that a service's tasks may run on. */
final class SecurityInstanceRoles {
  private record Member(String provider, String profileArn) {}

  /**
   * The roles of a service's instances.
   *
   * @param arns their ARNs, ordered
   * @param known whether there are instances and the role of each is known
   */
  record Found(List<String> arns, boolean known) {}

  private final SecurityRoles roles;
  private final Map<InventoryPlace, Set<Member>> byCluster = new HashMap<>();

  SecurityInstanceRoles(InventoryBodies bodies, SecurityRoles roles) {
    this.roles = roles;
    Map<String, InventoryBodies.Body> machines =
        bodies.newest("ec2-instance", body -> text(body.json(), "instanceId"));
    bodies
        .newest("ecs-container-instance", body -> body.arn("containerInstanceArn"))
        .values()
        .forEach(
            body -> {
              if (!text(body.json(), "status").equals("INACTIVE")) {
                InventoryBodies.Body machine = machines.get(text(body.json(), "ec2InstanceId"));
                String profile =
                    machine == null ? "" : text(field(machine.json(), "iamInstanceProfile"), "arn");
                byCluster
                    .computeIfAbsent(
                        InventoryPlace.of(body, InventoryTasks.cluster(body)),
                        place -> new HashSet<>())
                    .add(new Member(text(body.json(), "capacityProviderName"), profile));
              }
            });
  }

  /** The roles of the instances of the service's capacity providers, or else of its cluster. */
  Found of(ServiceKey key, ServiceConfig config) {
    Set<String> providers =
        config.capacityProviders().stream()
            .map(CapacityProviderItem::capacityProvider)
            .collect(Collectors.toSet());
    Set<String> arns = new TreeSet<>();
    boolean known = true;
    int members = 0;
    InventoryPlace place = InventoryPlace.ofCluster(key);
    for (Member member : byCluster.getOrDefault(place, Set.of())) {
      if (!providers.isEmpty() && !providers.contains(member.provider())) {
        continue;
      }
      @Nullable String role = roles.ofProfile(member.profileArn());
      members++;
      known &= role != null;
      if (role != null) {
        arns.add(role);
      }
    }
    return new Found(new ArrayList<>(arns), known && members > 0);
  }
}
