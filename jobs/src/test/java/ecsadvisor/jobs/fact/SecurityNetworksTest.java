package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.ACCOUNT;
import static ecsadvisor.jobs.fact.Items.KEY;
import static ecsadvisor.jobs.fact.Items.REGION;
import static ecsadvisor.jobs.fact.Items.TIME;
import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.complete;
import static ecsadvisor.jobs.fact.Items.item;
import static ecsadvisor.jobs.fact.Items.service;
import static ecsadvisor.jobs.fact.Items.task;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.FlowLog;
import ecsadvisor.models.fact.security.HostSecurity;
import ecsadvisor.models.fact.security.NetworkAcl;
import ecsadvisor.models.fact.security.NetworkSecurity;
import ecsadvisor.models.fact.security.SecurityGroup;
import ecsadvisor.models.fact.security.SubnetSecurity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityNetworksTest {
  private static final String AWSVPC =
      "'launchType':'FARGATE','networkConfiguration':{'awsvpcConfiguration':"
          + "{'subnets':['subnet-1','subnet-2'],'securityGroups':['sg-1']}}";
  private static final String WITHOUT_GROUPS =
      "'launchType':'FARGATE','networkConfiguration':{'awsvpcConfiguration':"
          + "{'subnets':['subnet-1'],'securityGroups':[]}}";

  private static NetworkSecurity network(String fields, InventoryItem... others) {
    List<InventoryItem> items = new ArrayList<>(List.of(others));
    items.add(service(fields));
    Inventory inventory = assemble(items.toArray(InventoryItem[]::new));
    return requireNonNull(inventory.security().get(KEY)).network();
  }

  private static InventoryItem subnet(String id, String zone) {
    return item(
        "ec2-subnet",
        id,
        "{'SubnetId':'%s','VpcId':'vpc-1','AvailabilityZone':'%s'}".formatted(id, zone));
  }

  private static InventoryItem table(String id, String associations, String routes) {
    return item(
        "ec2-route-table",
        id,
        "{'RouteTableId':'%s','VpcId':'vpc-1','Associations':[%s],'Routes':[%s]}"
            .formatted(id, associations, routes));
  }

  private static InventoryItem main(String target) {
    return table(
        "rtb-main", "{'Main':true}", "{'DestinationCidrBlock':'0.0.0.0/0',%s}".formatted(target));
  }

  private static InventoryItem group(String id, String name, String ingress) {
    return item(
        "ec2-security-group",
        id,
        "{'GroupId':'%s','GroupName':'%s','VpcId':'vpc-1','IpPermissions':[%s],"
                .formatted(id, name, ingress)
            + "'IpPermissionsEgress':[]}");
  }

  private static InventoryItem acl(String fields) {
    return item(
        "ec2-network-acl",
        "acl-1",
        "{'NetworkAclId':'acl-1','VpcId':'vpc-1',%s}".formatted(fields));
  }

  @Test
  void anExplicitRouteTableHoldsBeforeTheMainOne() {
    NetworkSecurity network =
        network(
            AWSVPC,
            subnet("subnet-1", "eu-west-1a"),
            subnet("subnet-2", "eu-west-1b"),
            main("'GatewayId':'igw-1'"),
            table(
                "rtb-1",
                "{'SubnetId':'subnet-1','Main':false}",
                "{'DestinationCidrBlock':'0.0.0.0/0','NatGatewayId':'nat-1'}"),
            complete("ec2-route-table"));
    assertEquals(
        List.of(
            new SubnetSecurity(
                "subnet-1", "vpc-1", "eu-west-1a", "rtb-1", "", "nat-1", false, TIME),
            new SubnetSecurity(
                "subnet-2", "vpc-1", "eu-west-1b", "rtb-main", "igw-1", "igw-1", false, TIME)),
        network.subnets());
    assertEquals(List.of("eu-west-1a", "eu-west-1b"), network.zones());
    assertEquals("vpc-1", network.vpcId());
  }

  @Test
  void theMainRouteTableHoldsOnlyWhereAllTablesAreThere() {
    NetworkSecurity network =
        network(AWSVPC, subnet("subnet-1", "eu-west-1a"), main("'GatewayId':'igw-1'"));
    assertFalse(network.subnets().get(0).routed());
    assertEquals(List.of("subnet-2"), network.missingSubnets());
  }

  @Test
  void aRouteThatIsGoneLeadsNowhere() {
    NetworkSecurity network =
        network(
            AWSVPC,
            subnet("subnet-1", "eu-west-1a"),
            main("'GatewayId':'igw-1','State':'blackhole'"),
            complete("ec2-route-table"));
    assertFalse(network.subnets().get(0).isPublic());
    assertTrue(network.subnets().get(0).routed());
  }

  @Test
  void groupsTellOfTheirRules() {
    NetworkSecurity network =
        network(
            AWSVPC,
            group(
                "sg-1",
                "web",
                "{'IpProtocol':'tcp','FromPort':80,'ToPort':90,"
                    + "'IpRanges':[{'CidrIp':'10.0.0.0/8'}],"
                    + "'Ipv6Ranges':[{'CidrIpv6':'::/0'}],"
                    + "'PrefixListIds':[{'PrefixListId':'pl-1'}]}"));
    assertEquals(
        List.of(
            new SecurityGroup.Rule("tcp", 80, 90, List.of("10.0.0.0/8", "::/0"), List.of("pl-1"))),
        network.groups().get(0).ingress());
  }

  @Test
  void groupsInTheDialectOfAwsConfigAreTheSame() {
    NetworkSecurity network =
        network(
            AWSVPC,
            item(
                "ec2-security-group",
                "sg-1",
                """
                {'groupId':'sg-1','groupName':'web','vpcId':'vpc-1','ipPermissions':[
                {'ipProtocol':'-1','ipRanges':['0.0.0.0/0'],'ipv4Ranges':[{'cidrIp':'0.0.0.0/0'}],
                'ipv6Ranges':[],'prefixListIds':[],'userIdGroupPairs':[]}],
                'ipPermissionsEgress':[]}"""));
    assertEquals(
        List.of(new SecurityGroup.Rule("-1", -1, -1, List.of("0.0.0.0/0"), List.of())),
        network.groups().get(0).ingress());
  }

  @Test
  void aGroupWithoutRulesWasNotDescribed() {
    NetworkSecurity network =
        network(AWSVPC, item("ec2-security-group", "sg-1", "{'GroupId':'sg-1','GroupName':'web'}"));
    assertEquals(List.of("sg-1"), network.missingGroups());
  }

  @Test
  void namingNoGroupMeansTheVpcsDefaultOne() {
    NetworkSecurity network =
        network(WITHOUT_GROUPS, subnet("subnet-1", "eu-west-1a"), group("sg-9", "default", ""));
    assertEquals("sg-9", network.groups().get(0).id());
    assertTrue(network.groups().get(0).isDefault());
  }

  @Test
  void servicesShareTheirGroupsAndSubnets() {
    Inventory inventory =
        assemble(
            service(AWSVPC),
            item(
                "ecs-service",
                Items.ECS + "service/c/t",
                "{'serviceName':'t','clusterArn':'%scluster/c',%s}".formatted(Items.ECS, AWSVPC)),
            subnet("subnet-1", "eu-west-1a"),
            group("sg-1", "web", ""));
    NetworkSecurity one = requireNonNull(inventory.security().get(KEY)).network();
    ServiceKey other = new ServiceKey(ACCOUNT, REGION, "c", "t");
    NetworkSecurity two = requireNonNull(inventory.security().get(other)).network();
    assertSame(one.groups().get(0), two.groups().get(0));
    assertSame(one.subnets().get(0), two.subnets().get(0));
  }

  @Test
  void bridgeModeHasTheSubnetsAndGroupsOfItsHosts() {
    NetworkSecurity network =
        network(
            "'launchType':'EC2'",
            item(
                "ecs-container-instance",
                Items.ECS + "container-instance/c/1",
                "{'ec2InstanceId':'i-1','status':'ACTIVE'}"),
            item(
                "ec2-instance",
                "i-1",
                """
                {'InstanceId':'i-1','SubnetId':'subnet-1','PublicIpAddress':'203.0.113.7',
                'SecurityGroups':[{'GroupId':'sg-1'}],
                'NetworkInterfaces':[{'Groups':[{'GroupId':'sg-2'}]}]}"""),
            subnet("subnet-1", "eu-west-1a"),
            group("sg-1", "hosts", ""));
    assertEquals(
        List.of(
            new HostSecurity(
                "i-1", true, "203.0.113.7", "subnet-1", List.of("sg-1", "sg-2"), TIME)),
        network.hosts());
    assertEquals("sg-1", network.groups().get(0).id());
    assertEquals(List.of("sg-2"), network.missingGroups());
    assertEquals("vpc-1", network.vpcId());
  }

  @Test
  void aHostThatEc2DoesNotDescribeIsNotKnown() {
    NetworkSecurity network =
        network(
            "'launchType':'EC2'",
            item(
                "ecs-container-instance",
                Items.ECS + "container-instance/c/1",
                "{'ec2InstanceId':'i-1','status':'ACTIVE'}"));
    assertFalse(network.hosts().get(0).known());
  }

  @Test
  void theDefaultAclHoldsWhereNoOtherNamesTheSubnet() {
    NetworkSecurity network =
        network(
            AWSVPC,
            subnet("subnet-1", "eu-west-1a"),
            acl(
                "'IsDefault':true,'Entries':[{'RuleNumber':32767,'RuleAction':'deny',"
                    + "'Egress':false,'Protocol':'-1','CidrBlock':'0.0.0.0/0'},"
                    + "{'RuleNumber':100,'RuleAction':'allow','Egress':false,'Protocol':'-1',"
                    + "'CidrBlock':'0.0.0.0/0'}]"),
            complete("ec2-network-acl"));
    assertEquals(List.of(new NetworkAcl("acl-1", true)), network.acls());
  }

  @Test
  void anAclThatDeniesFirstLimits() {
    NetworkSecurity network =
        network(
            AWSVPC,
            subnet("subnet-1", "eu-west-1a"),
            acl(
                "'Associations':[{'SubnetId':'subnet-1'}],'Entries':[{'RuleNumber':90,"
                    + "'RuleAction':'deny','Egress':false,'Protocol':'6',"
                    + "'CidrBlock':'198.51.100.0/24'},{'RuleNumber':100,'RuleAction':'allow',"
                    + "'Egress':false,'Protocol':'-1','CidrBlock':'0.0.0.0/0'}]"));
    assertEquals(List.of(new NetworkAcl("acl-1", false)), network.acls());
  }

  @Test
  void flowLogsOfVpcSubnetsAndInterfacesAreGathered() {
    NetworkSecurity network =
        network(
            AWSVPC,
            subnet("subnet-1", "eu-west-1a"),
            task(
                "1",
                "'lastStatus':'RUNNING','attachments':[{'type':'ElasticNetworkInterface',"
                    + "'details':[{'name':'networkInterfaceId','value':'eni-1'}]}]"),
            flowLog("fl-1", "vpc-1", "'FlowLogStatus':'ACTIVE'"),
            flowLog("fl-2", "eni-1", "'DeliverLogsStatus':'FAILED'"),
            flowLog("fl-3", "vpc-2", "'FlowLogStatus':'ACTIVE'"));
    assertEquals(
        List.of(
            new FlowLog("fl-1", "vpc-1", "ALL", true, TIME),
            new FlowLog("fl-2", "eni-1", "ALL", false, TIME)),
        network.flowLogs());
    assertEquals(List.of("eni-1"), network.interfaceIds());
  }

  private static InventoryItem flowLog(String id, String resource, String fields) {
    return item(
        "ec2-flow-log",
        id,
        "{'FlowLogId':'%s','ResourceId':'%s','TrafficType':'ALL',%s}"
            .formatted(id, resource, fields));
  }

  @Test
  void privateWaysOutOfTheVpcAreListed() {
    NetworkSecurity network =
        network(
            AWSVPC,
            subnet("subnet-1", "eu-west-1a"),
            item(
                "ec2-nat-gateway",
                "nat-1",
                "{'NatGatewayId':'nat-1','VpcId':'vpc-1','State':'available'}"),
            item(
                "ec2-nat-gateway",
                "nat-2",
                "{'NatGatewayId':'nat-2','VpcId':'vpc-1','State':'deleted'}"),
            endpoint("vpce-1", "Interface", "com.amazonaws.eu-west-1.ecr.api"),
            endpoint("vpce-2", "Gateway", "com.amazonaws.eu-west-1.s3"),
            complete("ec2-nat-gateway", "ec2-vpc-endpoint"));
    assertEquals(List.of("nat-1"), network.natGateways());
    assertEquals(List.of("com.amazonaws.eu-west-1.ecr.api"), network.interfaceEndpoints());
    assertEquals(List.of("com.amazonaws.eu-west-1.s3"), network.gatewayEndpoints());
    assertTrue(network.pathsKnown());
  }

  private static InventoryItem endpoint(String id, String type, String name) {
    return item(
        "ec2-vpc-endpoint",
        id,
        ("{'VpcEndpointId':'%s','VpcEndpointType':'%s','VpcId':'vpc-1','ServiceName':'%s',"
                + "'State':'available'}")
            .formatted(id, type, name));
  }

  @Test
  void withoutManifestThePathsAreNotKnown() {
    assertFalse(network(AWSVPC, subnet("subnet-1", "eu-west-1a")).pathsKnown());
  }

  @Test
  void oddInputIsTolerated() {
    NetworkSecurity network =
        network(
            AWSVPC,
            item("ec2-subnet", "subnet-1", "{'SubnetId':'subnet-1','VpcId':[]}"),
            item("ec2-route-table", "rtb-1", "{'RouteTableId':'rtb-1','Routes':'x'}"),
            item("ec2-security-group", "sg-1", "{'GroupId':'sg-1','IpPermissions':{}}"),
            item("ec2-network-acl", "a", "{'NetworkAclId':'a','Entries':[1,'x',null]}"),
            item("ec2-flow-log", "f", "{'FlowLogId':'f'}"),
            item("ec2-vpc-endpoint", "v", "{'VpcEndpointId':'v'}"));
    assertEquals("", network.vpcId());
    assertEquals(List.of(), network.zones());
  }
}
