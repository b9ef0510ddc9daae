package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Instance;
import ecsadvisor.jobs.generate.organisation.InstanceType;
import ecsadvisor.jobs.generate.organisation.Launch;
import ecsadvisor.jobs.generate.organisation.Networks;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.organisation.TaskRun;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The VPC of an account and region, its instances and their volumes. */
final class NetworkInventory {
  private final Organisation organisation;
  private final Fleet fleet;
  private final Envelopes envelopes;
  private final Cluster place;

  NetworkInventory(Organisation organisation, Fleet fleet, Envelopes envelopes) {
    this.organisation = organisation;
    this.fleet = fleet;
    this.envelopes = envelopes;
    this.place = envelopes.place();
  }

  static String vpcId(Cluster cluster) {
    return id("vpc-0", cluster, "vpc");
  }

  /** The three subnets of a kind, {@code public} or {@code private}, in the zones' order. */
  static List<String> subnetIds(Cluster cluster, String kind) {
    List<String> ids = new ArrayList<>();
    for (String zone : cluster.zones()) {
      ids.add(id("subnet-0", cluster, kind + zone));
    }
    return ids;
  }

  static String defaultSecurityGroupId(Cluster cluster) {
    return id("sg-0", cluster, "default");
  }

  static String balancerSecurityGroupId(Cluster cluster) {
    return id("sg-0", cluster, "balancers");
  }

  static String instanceSecurityGroupId(Cluster cluster) {
    return id("sg-0", cluster, "instances");
  }

  static String securityGroupId(Service service) {
    return service.flaws().contains(Flaw.DEFAULT_SECURITY_GROUP)
        ? defaultSecurityGroupId(service.cluster())
        : id("sg-0", service.cluster(), service.arn());
  }

  private static String id(String prefix, Cluster cluster, String name) {
    return prefix + Seeds.hex(16, 17, cluster.account().id(), cluster.region(), name);
  }

  private String arn(String type, String id) {
    return place.arn("ec2", type + "/" + id);
  }

  void add(List<Service> services) {
    subnets("public");
    subnets("private");
    String vpc = vpcId(place);
    String acl = id("acl-0", place, "acl");
    envelopes.add(
        Kind.EC2_NETWORK_ACL,
        arn("network-acl", acl),
        Body.of(
            "NetworkAclId",
            acl,
            "VpcId",
            vpc,
            "IsDefault",
            true,
            "Entries",
            List.of(
                Body.of(
                    "RuleNumber",
                    100,
                    "RuleAction",
                    "allow",
                    "Egress",
                    false,
                    "Protocol",
                    "-1",
                    "CidrBlock",
                    "0.0.0.0/0"))));
    if (!place.account().flaws().contains(Flaw.NO_FLOW_LOGS)) {
      String log = id("fl-0", place, "flow-log");
      envelopes.add(
          Kind.EC2_FLOW_LOG,
          arn("vpc-flow-log", log),
          Body.of(
              "FlowLogId",
              log,
              "FlowLogStatus",
              "ACTIVE",
              "ResourceId",
              vpc,
              "TrafficType",
              "ALL",
              "LogDestinationType",
              "s3",
              "LogDestination",
              "arn:aws:s3:::larkspur-flow-logs"));
    }
    String gateway = id("nat-0", place, "nat");
    envelopes.add(
        Kind.EC2_NAT_GATEWAY,
        arn("natgateway", gateway),
        Body.of(
            "NatGatewayId",
            gateway,
            "State",
            "available",
            "VpcId",
            vpc,
            "SubnetId",
            subnetIds(place, "public").get(0),
            "ConnectivityType",
            "public"));
    String endpoint = id("vpce-0", place, "s3");
    envelopes.add(
        Kind.EC2_VPC_ENDPOINT,
        arn("vpc-endpoint", endpoint),
        Body.of(
            "VpcEndpointId",
            endpoint,
            "VpcEndpointType",
            "Gateway",
            "VpcId",
            vpc,
            "ServiceName",
            "com.amazonaws." + place.region() + ".s3",
            "State",
            "available"));
    securityGroups(services);
    instances();
    services.forEach(this::interfaces);
  }

  private void subnets(String kind) {
    List<String> ids = subnetIds(place, kind);
    boolean publicly = kind.equals("public");
    List<Object> associations = new ArrayList<>();
    for (int index = 0; index < ids.size(); index++) {
      String subnet = ids.get(index);
      associations.add(Body.of("SubnetId", subnet, "Main", false));
      envelopes.add(
          Kind.EC2_SUBNET,
          arn("subnet", subnet),
          Body.of(
              "SubnetId",
              subnet,
              "VpcId",
              vpcId(place),
              "AvailabilityZone",
              place.zones().get(index),
              "CidrBlock",
              "10.0." + (publicly ? index : 10 + index) + ".0/24",
              "MapPublicIpOnLaunch",
              publicly,
              "State",
              "available"));
    }
    String table = id("rtb-0", place, kind);
    List<Object> routes = new ArrayList<>();
    routes.add(
        Body.of("DestinationCidrBlock", "10.0.0.0/16", "GatewayId", "local", "State", "active"));
    routes.add(
        Body.of(
            "DestinationCidrBlock",
            "0.0.0.0/0",
            "GatewayId",
            publicly ? id("igw-0", place, "internet") : null,
            "NatGatewayId",
            publicly ? null : id("nat-0", place, "nat"),
            "State",
            "active"));
    envelopes.add(
        Kind.EC2_ROUTE_TABLE,
        arn("route-table", table),
        Body.of(
            "RouteTableId",
            table,
            "VpcId",
            vpcId(place),
            "Associations",
            associations,
            "Routes",
            routes));
  }

  private void securityGroups(List<Service> services) {
    securityGroup(defaultSecurityGroupId(place), "default", "10.0.0.0/16", -1);
    securityGroup(balancerSecurityGroupId(place), "balancers", "0.0.0.0/0", 443);
    securityGroup(instanceSecurityGroupId(place), "instances", "10.0.0.0/16", 8080);
    for (Service service : services) {
      if (!service.flaws().contains(Flaw.DEFAULT_SECURITY_GROUP)) {
        boolean open = service.flaws().contains(Flaw.OPEN_SECURITY_GROUP);
        securityGroup(
            securityGroupId(service), service.family(), open ? "0.0.0.0/0" : "10.0.0.0/16", 8080);
      }
    }
  }

  private void securityGroup(String id, String name, String source, int port) {
    envelopes.add(
        Kind.EC2_SECURITY_GROUP,
        arn("security-group", id),
        Body.of(
            "GroupId",
            id,
            "GroupName",
            name,
            "VpcId",
            vpcId(place),
            "IpPermissions",
            List.of(
                Body.of(
                    "IpProtocol",
                    port < 0 ? "-1" : "tcp",
                    "FromPort",
                    port < 0 ? null : port,
                    "ToPort",
                    port < 0 ? null : port,
                    "IpRanges",
                    List.of(Body.of("CidrIp", source)),
                    "Ipv6Ranges",
                    List.of(),
                    "UserIdGroupPairs",
                    List.of())),
            "IpPermissionsEgress",
            List.of(
                Body.of("IpProtocol", "-1", "IpRanges", List.of(Body.of("CidrIp", "0.0.0.0/0"))))));
  }

  private void instances() {
    Set<String> types = new LinkedHashSet<>();
    for (Instance instance : fleet.instances()) {
      boolean here =
          instance.cluster().account().equals(place.account())
              && instance.cluster().region().equals(place.region())
              && instance.endHour() == organisation.timeline().endHour();
      if (here) {
        types.add(instance.type().name());
        instance(instance);
      }
    }
    if (!types.isEmpty()) {
      InstanceType.all().forEach(this::instanceType);
      Storage.forgottenVolume(organisation, envelopes);
    }
  }

  private void instance(Instance instance) {
    String volume = Storage.volumeId(organisation.seed(), instance);
    envelopes.add(
        Kind.EC2_INSTANCE,
        arn("instance", instance.id()),
        Body.of(
            "InstanceId",
            instance.id(),
            "InstanceType",
            instance.type().name(),
            "InstanceLifecycle",
            instance.pool().spot() ? "spot" : null,
            "LaunchTime",
            Body.time(instance.firstHour()),
            "State",
            Body.of("Code", 16, "Name", "running"),
            "SubnetId",
            subnetIds(place, "private").get(instance.slot() % 3),
            "VpcId",
            vpcId(place),
            "Placement",
            Body.of("AvailabilityZone", instance.zone(), "Tenancy", "default"),
            "Architecture",
            "x86_64",
            "IamInstanceProfile",
            Body.of("Arn", Identities.globalArn(place, "instance-profile/ecs-instance")),
            "SecurityGroups",
            List.of(Body.of("GroupId", instanceSecurityGroupId(place), "GroupName", "instances")),
            "MetadataOptions",
            Body.of("HttpTokens", "required"),
            "BlockDeviceMappings",
            List.of(Body.of("DeviceName", "/dev/xvda", "Ebs", Body.of("VolumeId", volume))),
            "Tags",
            Body.tags(Map.of("AmazonECSManaged", "", "cluster", instance.cluster().name()))));
    boolean plain =
        instance.pool().name().equals("general")
            && organisation.services().stream()
                .filter(service -> service.cluster().equals(instance.cluster()))
                .anyMatch(service -> service.flaws().contains(Flaw.EBS_UNENCRYPTED));
    envelopes.add(
        Kind.EC2_VOLUME,
        arn("volume", volume),
        Body.of(
            "VolumeId",
            volume,
            "Size",
            Storage.VOLUME_GIB,
            "VolumeType",
            "gp3",
            "Encrypted",
            !plain,
            "State",
            "in-use",
            "CreateTime",
            Body.time(instance.firstHour()),
            "AvailabilityZone",
            instance.zone(),
            "Attachments",
            List.of(
                Body.of(
                    "InstanceId",
                    instance.id(),
                    "Device",
                    "/dev/xvda",
                    "State",
                    "attached",
                    "DeleteOnTermination",
                    true))));
  }

  private void instanceType(InstanceType type) {
    envelopes.add(
        Kind.EC2_INSTANCE_TYPE,
        "",
        Body.of(
            "InstanceType",
            type.name(),
            "CurrentGeneration",
            true,
            "ProcessorInfo",
            Body.of("SupportedArchitectures", List.of("x86_64")),
            "VCpuInfo",
            Body.of("DefaultVCpus", type.vcpus()),
            "MemoryInfo",
            Body.of("SizeInMiB", type.memoryMiB()),
            "NetworkInfo",
            Body.of("MaximumNetworkInterfaces", type.interfaces())));
  }

  private void interfaces(Service service) {
    if (service.launch() == Launch.EC2 || service.launch() == Launch.EC2_DAEMON) {
      return;
    }
    boolean publicly = service.flaws().contains(Flaw.PUBLIC_IP);
    for (TaskRun task : fleet.tasks(service)) {
      if (task.endHour() < organisation.timeline().endHour()) {
        continue;
      }
      String id = Networks.interfaceId(organisation, task);
      int zone = Math.max(0, place.zones().indexOf(task.zone()));
      envelopes.add(
          Kind.EC2_NETWORK_INTERFACE,
          arn("network-interface", id),
          Body.of(
              "NetworkInterfaceId",
              id,
              "Description",
              service.cluster().arn("ecs", "attachment/" + task.id()),
              "InterfaceType",
              "interface",
              "Status",
              "in-use",
              "SubnetId",
              subnetIds(place, publicly ? "public" : "private").get(zone),
              "VpcId",
              vpcId(place),
              "Groups",
              List.of(Body.of("GroupId", securityGroupId(service))),
              "Association",
              publicly ? Body.of("PublicIp", "203.0.113." + (task.slot() + 10)) : null));
    }
  }
}
