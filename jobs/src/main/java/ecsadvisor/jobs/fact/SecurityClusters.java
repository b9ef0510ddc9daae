package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.ClusterSecurity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the clusters' settings say of security. */
final class SecurityClusters {
  private final Map<InventoryPlace, ClusterSecurity> byName = new HashMap<>();

  SecurityClusters(InventoryBodies bodies) {
    Map<InventoryPlace, JsonNode> providers = new HashMap<>();
    bodies
        .newest("ecs-capacity-provider", body -> body.arn("capacityProviderArn"))
        .forEach(
            (arn, body) -> {
              String name =
                  InventoryBodies.shortName(text(body.json(), "name", "capacityProviderArn"));
              providers.put(InventoryPlace.of(body, name), body.json());
            });
    Map<InventoryPlace, InventoryBodies.Body> clusters = new HashMap<>();
    for (InventoryBodies.Body cluster : bodies.of("ecs-cluster")) {
      if (!text(cluster.json(), "status").equals("INACTIVE")) {
        String named = text(cluster.json(), "clusterName", "clusterArn");
        String name = InventoryBodies.shortName(named.isEmpty() ? cluster.item().arn() : named);
        clusters.merge(InventoryPlace.of(cluster, name), cluster, InventoryBodies::newer);
      }
    }
    clusters.forEach((place, body) -> byName.put(place, cluster(place, body, providers)));
  }

  /** The cluster of a service. */
  ClusterSecurity of(ServiceKey key) {
    return byName.getOrDefault(InventoryPlace.ofCluster(key), ClusterSecurity.UNKNOWN);
  }

  private static ClusterSecurity cluster(
      InventoryPlace place, InventoryBodies.Body cluster, Map<InventoryPlace, JsonNode> providers) {
    JsonNode body = cluster.json();
    SecurityFields fields = SecurityFields.of(body);
    List<SecurityFields> settings =
        fields.parts(field(body, "settings").isMissingNode() ? "clusterSettings" : "settings");
    String insights = "";
    for (SecurityFields setting : settings) {
      if (setting.text("name").equals("containerInsights")) {
        insights = setting.text("value");
      }
    }
    List<ClusterSecurity.Provider> own = new ArrayList<>();
    for (JsonNode named : field(body, "capacityProviders")) {
      String name = InventoryBodies.shortName(named.asText());
      JsonNode provider =
          providers.get(new InventoryPlace(place.accountId(), place.region(), name));
      if (!name.isEmpty() && !name.startsWith("FARGATE") && !isManaged(provider)) {
        own.add(provider(name, provider));
      }
    }
    return new ClusterSecurity(
        cluster.item().collectedAt(),
        true,
        // A description without SETTINGS has an empty list; every cluster has that setting.
        !settings.isEmpty(),
        insights,
        execution(field(body, "configuration")),
        InventoryBodies.tags(body),
        tagsKnown(cluster, settings),
        text(field(body, "serviceConnectDefaults"), "namespace"),
        own);
  }

  /**
   * Whether tags were asked for. The CLI prints empty lists of tags and settings where they were
   * not, and every cluster has settings.
   */
  private static boolean tagsKnown(InventoryBodies.Body cluster, List<SecurityFields> settings) {
    JsonNode tags = field(cluster.json(), "tags");
    boolean recorded = cluster.item().origin() == InventoryItem.Origin.CONFIG;
    return tags.isArray() && (!tags.isEmpty() || !settings.isEmpty() || recorded);
  }

  /** Whether ECS manages the instances, so that there is no Auto Scaling group. */
  private static boolean isManaged(@Nullable JsonNode provider) {
    return provider != null && field(provider, "managedInstancesProvider").isObject();
  }

  private static ClusterSecurity.Provider provider(String name, @Nullable JsonNode body) {
    if (body == null) {
      return new ClusterSecurity.Provider(name, false, "", "");
    }
    SecurityFields group = SecurityFields.of(body).part("autoScalingGroupProvider");
    return new ClusterSecurity.Provider(
        name,
        group.exists(),
        group.part("managedScaling").text("status"),
        group.text("managedTerminationProtection"));
  }

  private static ClusterSecurity.@Nullable Execution execution(JsonNode configuration) {
    if (!configuration.isObject()) {
      return null;
    }
    JsonNode command = field(configuration, "executeCommandConfiguration");
    JsonNode log = field(command, "logConfiguration");
    return new ClusterSecurity.Execution(
        text(command, "logging"),
        !text(log, "cloudWatchLogGroupName").isEmpty() || !text(log, "s3BucketName").isEmpty(),
        !text(command, "kmsKeyId").isEmpty());
  }
}
