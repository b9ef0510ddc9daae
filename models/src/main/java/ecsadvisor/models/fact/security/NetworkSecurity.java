package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory says of a service's subnets, security groups and flow logs. Where its tasks
 * have no interfaces of their own, subnets and groups are those of their hosts.
 *
 * @param taskSets how many task sets it has
 * @param taskSetsListed whether its description lists them, so that an absent one does not exist
 * @param subnets its subnets that the inventory has, ordered by id
 * @param missingSubnets ids of those that it lacks
 * @param groups its security groups that the inventory has, ordered by id; the VPC's default one
 *     where a setting names none
 * @param missingGroups ids of those that it lacks
 * @param hosts the instances that its tasks share their network with, ordered by id; empty where
 *     tasks have interfaces of their own
 * @param acls the network ACLs of its subnets, ordered by id
 * @param missingAcls ids of subnets whose network ACL is not known
 * @param flowLogs the flow logs of its VPC, subnets and interfaces, ordered by id
 * @param interfaceIds the interfaces of its running tasks, as far as the inventory has them
 * @param vpcId its VPC; empty where not known
 * @param zones the Availability Zones of its subnets, sorted
 * @param natGateways ids of the VPC's NAT gateways, sorted
 * @param interfaceEndpoints names of the services that the VPC has interface endpoints of, such as
 *     {@code com.amazonaws.eu-west-1.ecr.api}, sorted
 * @param gatewayEndpoints names of the services that the VPC has gateway endpoints of, sorted
 * @param pathsKnown whether the VPC is known and its NAT gateways and endpoints are all there
 */
public record NetworkSecurity(
    int taskSets,
    boolean taskSetsListed,
    List<SubnetSecurity> subnets,
    List<String> missingSubnets,
    List<SecurityGroup> groups,
    List<String> missingGroups,
    List<HostSecurity> hosts,
    List<NetworkAcl> acls,
    List<String> missingAcls,
    List<FlowLog> flowLogs,
    List<String> interfaceIds,
    String vpcId,
    List<String> zones,
    List<String> natGateways,
    List<String> interfaceEndpoints,
    List<String> gatewayEndpoints,
    boolean pathsKnown)
    implements Serializable {
  /** Nothing is known. */
  public static final NetworkSecurity UNKNOWN =
      new NetworkSecurity(
          0, false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of(), "", List.of(), List.of(), List.of(), List.of(), false);

  public NetworkSecurity {
    subnets = List.copyOf(subnets);
    missingSubnets = List.copyOf(missingSubnets);
    groups = List.copyOf(groups);
    missingGroups = List.copyOf(missingGroups);
    hosts = List.copyOf(hosts);
    acls = List.copyOf(acls);
    missingAcls = List.copyOf(missingAcls);
    flowLogs = List.copyOf(flowLogs);
    interfaceIds = List.copyOf(interfaceIds);
    zones = List.copyOf(zones);
    natGateways = List.copyOf(natGateways);
    interfaceEndpoints = List.copyOf(interfaceEndpoints);
    gatewayEndpoints = List.copyOf(gatewayEndpoints);
  }

  /** The subnet with that id, or null where the inventory lacks it. */
  public @Nullable SubnetSecurity subnet(String id) {
    for (SubnetSecurity subnet : subnets) {
      if (subnet.id().equals(id)) {
        return subnet;
      }
    }
    return null;
  }
}
