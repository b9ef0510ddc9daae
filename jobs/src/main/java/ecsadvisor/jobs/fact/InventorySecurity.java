package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.Deployment;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.Collected;
import ecsadvisor.models.fact.security.ServiceSecurity;
import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import ecsadvisor.models.fact.security.TaskSecurity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The inventory's view of every service's security. */
final class InventorySecurity {
  private final InventoryManifests manifests;
  private final InventoryDeployments deployments;
  private final SecurityTasks tasks;
  private final SecurityClusters clusters;
  private final SecurityPlatforms platforms;
  private final SecurityNetworks networks;
  private final SecurityEntries entries;
  private final SecurityIdentities identities;
  private final SecurityAudits audits;
  private final SecurityStores stores;
  private final SecurityChanges changes;
  private final SecurityContinuities continuities;
  private final Map<String, Collected> collected = new HashMap<>();

  InventorySecurity(
      InventoryBodies bodies,
      InventoryManifests manifests,
      InventoryInstances instances,
      InventoryDeployments deployments) {
    this.manifests = manifests;
    this.deployments = deployments;
    this.tasks = new SecurityTasks(bodies);
    this.clusters = new SecurityClusters(bodies);
    this.platforms = new SecurityPlatforms(bodies);
    SecuritySubnets subnets = new SecuritySubnets(bodies, manifests);
    this.networks = new SecurityNetworks(bodies, manifests, subnets, instances);
    this.entries = new SecurityEntries(bodies);
    this.identities = new SecurityIdentities(bodies, manifests);
    this.audits = new SecurityAudits(bodies, manifests);
    SecurityBackups backups = new SecurityBackups(bodies);
    SecurityDisks disks = new SecurityDisks(bodies, backups);
    SecurityMachines machines = new SecurityMachines(bodies, manifests, disks);
    this.stores = new SecurityStores(bodies, backups, disks, machines);
    this.changes = new SecurityChanges(bodies);
    this.continuities = new SecurityContinuities(subnets, machines);
  }

  /**
   * Every service's security.
   *
   * @param services the services' bodies, by key
   * @param configs what is known of them otherwise
   */
  SortedMap<ServiceKey, ServiceSecurity> of(
      Map<ServiceKey, InventoryBodies.Body> services, Map<ServiceKey, ServiceConfig> configs) {
    identities.learn(configs, tasks);
    SortedMap<ServiceKey, ServiceSecurity> all = new TreeMap<>();
    services.forEach(
        (key, service) -> {
          ServiceConfig config = configs.get(key);
          if (config != null) {
            all.put(key, security(key, service, config));
          }
        });
    return all;
  }

  private ServiceSecurity security(
      ServiceKey key, InventoryBodies.Body service, ServiceConfig config) {
    JsonNode body = service.json();
    List<JsonNode> taskSets = deployments.taskSets(key, body);
    Map<String, TaskSecurity> running = new LinkedHashMap<>();
    Set<String> missing = new LinkedHashSet<>();
    for (Deployment deployment : config.deployments()) {
      String arn = deployment.taskDefinitionArn();
      TaskSecurity task = tasks.find(arn);
      if (task != null) {
        running.put(arn, task);
      } else if (!arn.isEmpty()) {
        missing.add(arn);
      }
    }
    List<TaskSecurity> revisions = List.copyOf(running.values());
    List<JsonNode> owners = owners(body, taskSets);
    SecurityFields fields = SecurityFields.of(body);
    List<NetworkSetting> settings = networkSettings(body, taskSets, fields);
    List<String> versions = platformVersions(owners, fields);
    boolean executeCommand = fields.flag("enableExecuteCommand");
    SecuritySource source = new SecuritySource(key, body, taskSets, config, settings, revisions);
    return new ServiceSecurity(
        config.collectedAt(),
        field(body, "tags").isArray(),
        platforms.family(key, config, owners),
        versions,
        executeCommand,
        text(body, "createdBy"),
        settings,
        revisions,
        List.copyOf(missing),
        newest(config),
        clusters.of(key),
        networks.of(source),
        entries.of(source),
        identities.of(source),
        audits.of(source),
        stores.of(source),
        changes.of(source),
        continuities.of(source),
        collected.computeIfAbsent(
            key.accountId() + "/" + key.region(),
            place -> manifests.collected(key.accountId(), key.region())),
        fields.open());
  }

  private @Nullable TaskSecurity newest(ServiceConfig config) {
    if (config.deployments().isEmpty()) {
      return null;
    }
    String primary = config.deployments().get(0).taskDefinitionArn();
    TaskSecurity newest = tasks.newestOfFamily(primary);
    return newest == null || newest.arn().equals(primary) ? null : newest;
  }

  private static List<NetworkSetting> networkSettings(
      JsonNode service, List<JsonNode> taskSets, SecurityFields fields) {
    Set<NetworkSetting> settings = new LinkedHashSet<>();
    add(settings, "service", service, fields);
    running(field(service, "deployments")).forEach(one -> add(settings, "deployment", one, fields));
    running(taskSets).forEach(one -> add(settings, "taskSet", one, fields));
    return List.copyOf(settings);
  }

  private static void add(
      Set<NetworkSetting> settings, String owner, JsonNode body, SecurityFields service) {
    SecurityFields own = SecurityFields.of(body);
    SecurityFields network = own.part("networkConfiguration").part("awsvpcConfiguration");
    if (network.exists()) {
      settings.add(
          new NetworkSetting(
              owner,
              network.text("assignPublicIp").strip().equalsIgnoreCase("ENABLED"),
              network.texts("subnets"),
              network.texts("securityGroups")));
    }
    own.open().paths().forEach(service::leaveOpen);
  }

  private static List<String> platformVersions(List<JsonNode> owners, SecurityFields service) {
    Set<String> versions = new LinkedHashSet<>();
    for (JsonNode owner : owners) {
      SecurityFields own = SecurityFields.of(owner);
      String version = own.text("platformVersion");
      if (!version.isEmpty()) {
        versions.add(version);
      }
      own.open().paths().forEach(service::leaveOpen);
    }
    return List.copyOf(versions);
  }

  /** A service, its deployments and its task sets, as far as they run. */
  private static List<JsonNode> owners(JsonNode service, List<JsonNode> taskSets) {
    List<JsonNode> owners = new ArrayList<>(List.of(service));
    owners.addAll(running(field(service, "deployments")));
    owners.addAll(running(taskSets));
    return owners;
  }

  private static List<JsonNode> running(Iterable<JsonNode> deployments) {
    List<JsonNode> running = new ArrayList<>();
    for (JsonNode deployment : deployments) {
      if (!InventoryDeployments.isGone(deployment)) {
        running.add(deployment);
      }
    }
    return running;
  }
}
