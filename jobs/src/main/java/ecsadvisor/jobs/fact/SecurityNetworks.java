package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;

import ecsadvisor.models.fact.security.HostSecurity;
import ecsadvisor.models.fact.security.NetworkAcl;
import ecsadvisor.models.fact.security.NetworkSecurity;
import ecsadvisor.models.fact.security.SecurityGroup;
import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import ecsadvisor.models.fact.security.SubnetSecurity;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The inventory's view of a service for {@link NetworkSecurity}. */
final class SecurityNetworks {
  private final SecuritySubnets subnets;
  private final SecurityGroups groups;
  private final SecurityHosts hosts;
  private final SecurityAcls acls;
  private final SecurityFlowLogs flowLogs;
  private final SecurityPaths paths;
  private final SecurityInterfaces interfaces;

  SecurityNetworks(
      InventoryBodies bodies,
      InventoryManifests manifests,
      SecuritySubnets subnets,
      InventoryInstances instances) {
    this.subnets = subnets;
    this.groups = new SecurityGroups(bodies);
    this.hosts = new SecurityHosts(bodies, instances);
    this.acls = new SecurityAcls(bodies, manifests);
    this.flowLogs = new SecurityFlowLogs(bodies);
    this.paths = new SecurityPaths(bodies, manifests);
    this.interfaces = new SecurityInterfaces(bodies);
  }

  NetworkSecurity of(SecuritySource source) {
    List<HostSecurity> shared = hosts.of(source);
    List<String> missingSubnets = new ArrayList<>();
    List<SubnetSecurity> own = new ArrayList<>();
    for (String id : subnetIds(source, shared)) {
      SubnetSecurity subnet = subnets.find(id);
      if (subnet == null) {
        missingSubnets.add(id);
      } else {
        own.add(subnet);
      }
    }
    String vpc = own.isEmpty() ? "" : own.get(0).vpcId();
    SortedMap<String, @Nullable SecurityGroup> named = groups(source, shared, vpc);
    List<String> missingAcls = new ArrayList<>();
    SortedMap<String, NetworkAcl> limits = new TreeMap<>();
    TreeSet<String> zones = new TreeSet<>();
    List<String> interfaceIds = interfaces.of(source.key());
    List<String> recorded = new ArrayList<>(interfaceIds);
    recorded.add(vpc);
    for (SubnetSecurity subnet : own) {
      NetworkAcl acl = acls.of(subnet, source);
      if (acl == null) {
        missingAcls.add(subnet.id());
      } else {
        limits.put(acl.id(), acl);
      }
      zones.add(subnet.zone());
      recorded.add(subnet.id());
    }
    zones.remove("");
    return new NetworkSecurity(
        source.taskSets().size(),
        field(source.body(), "taskSets").isArray(),
        own,
        missingSubnets,
        found(named),
        missing(named),
        shared,
        List.copyOf(limits.values()),
        missingAcls,
        flowLogs.of(recorded),
        interfaceIds,
        vpc,
        List.copyOf(zones),
        paths.natGateways(vpc),
        paths.interfaceEndpoints(vpc),
        paths.gatewayEndpoints(vpc),
        !vpc.isEmpty() && paths.known(source.key()));
  }

  private static SortedSet<String> subnetIds(SecuritySource source, List<HostSecurity> shared) {
    TreeSet<String> ids = new TreeSet<>();
    source.networks().forEach(setting -> ids.addAll(setting.subnetIds()));
    shared.forEach(host -> ids.add(host.subnetId()));
    ids.remove("");
    return ids;
  }

  /** The groups by id, null for those that the inventory lacks. */
  private SortedMap<String, @Nullable SecurityGroup> groups(
      SecuritySource source, List<HostSecurity> shared, String vpc) {
    SortedMap<String, @Nullable SecurityGroup> named = new TreeMap<>();
    for (NetworkSetting setting : source.networks()) {
      setting.securityGroupIds().forEach(id -> named.put(id, groups.find(id)));
      if (setting.securityGroupIds().isEmpty()) {
        SecurityGroup group = groups.defaultOf(vpc);
        named.put(group == null ? "the default group of its VPC" : group.id(), group);
      }
    }
    for (HostSecurity host : shared) {
      host.securityGroupIds().forEach(id -> named.put(id, groups.find(id)));
    }
    return named;
  }

  private static List<SecurityGroup> found(SortedMap<String, @Nullable SecurityGroup> named) {
    List<SecurityGroup> found = new ArrayList<>();
    for (SecurityGroup group : named.values()) {
      if (group != null) {
        found.add(group);
      }
    }
    return found;
  }

  private static List<String> missing(SortedMap<String, @Nullable SecurityGroup> named) {
    List<String> missing = new ArrayList<>();
    named.forEach(
        (id, group) -> {
          if (group == null) {
            missing.add(id);
          }
        });
    return missing;
  }
}
