package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.ACCOUNT;
import static ecsadvisor.jobs.fact.Items.ELB;
import static ecsadvisor.jobs.fact.Items.REGION;
import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.complete;
import static ecsadvisor.jobs.fact.Items.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.TargetGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryLoadBalancersTest {
  private static final String SHOP = ELB + "loadbalancer/app/shop/50dc";
  private static final String WEB = ELB + "targetgroup/web/1";
  private static final String API = ELB + "targetgroup/api/2";

  private static InventoryItem listener(String id, String fields) {
    String arn = ELB + "listener/app/shop/50dc/" + id;
    return item("elbv2-listener", arn, "{'ListenerArn':'%s',%s}".formatted(arn, fields));
  }

  private static InventoryItem rule(String id, String fields) {
    String arn = ELB + "listener-rule/app/shop/50dc/443/" + id;
    return item("elbv2-rule", arn, "{'RuleArn':'%s',%s}".formatted(arn, fields));
  }

  private static InventoryItem group(String arn, String balancers) {
    return item(
        "elbv2-target-group",
        arn,
        "{'TargetGroupArn':'%s','LoadBalancerArns':[%s]}".formatted(arn, balancers));
  }

  private static LoadBalancer shop(InventoryItem... others) {
    List<InventoryItem> items = new ArrayList<>(List.of(others));
    items.add(
        item(
            "elbv2-load-balancer",
            SHOP,
            """
            {'LoadBalancerArn':'%s','LoadBalancerName':'shop','Type':'application',
            'Scheme':'internal','VpcId':'vpc-1','CreatedTime':'2026-01-02T03:04:05Z',
            'SecurityGroups':['sg-2','sg-1'],'Tags':[{'Key':'environment','Value':'prod'}],
            'AvailabilityZones':[{'ZoneName':'eu-west-1b','SubnetId':'subnet-1'},
            {'ZoneName':'eu-west-1a','SubnetId':'subnet-2'}]}"""
                .formatted(SHOP)));
    return assemble(items.toArray(InventoryItem[]::new)).loadBalancers().get(0);
  }

  @Test
  void loadBalancerIsWhatItsDescriptionSays() {
    LoadBalancer balancer = shop();
    assertEquals(ACCOUNT, balancer.accountId());
    assertEquals(REGION, balancer.region());
    assertEquals("app/shop/50dc", balancer.dimension());
    assertEquals("shop", balancer.name());
    assertEquals("application", balancer.type());
    assertEquals("internal", balancer.scheme());
    assertEquals("vpc-1", balancer.vpcId());
    assertEquals(List.of("subnet-1", "subnet-2"), balancer.subnetIds());
    assertEquals(List.of("eu-west-1a", "eu-west-1b"), balancer.availabilityZones());
    assertEquals(List.of("sg-1", "sg-2"), balancer.securityGroups());
    assertEquals(List.of(new Tag("environment", "prod")), balancer.tags());
    assertEquals(Instant.parse("2026-01-02T03:04:05Z"), balancer.createdAt());
  }

  @Test
  void nothingElseKnownMakesAnEmptyFront() {
    LoadBalancer balancer = shop();
    assertEquals(0, balancer.listeners());
    assertEquals(0, balancer.rules());
    assertEquals(List.of(), balancer.hostsAndPaths());
    assertEquals("", balancer.webAclArn());
    assertNull(balancer.idleTimeoutSeconds());
    assertFalse(balancer.rulesKnown());
  }

  @Test
  void listenersTellPortsAndCertificates() {
    LoadBalancer balancer =
        shop(
            listener(
                "443",
                "'LoadBalancerArn':'%s','Port':443,'Certificates':[{'IsDefault':true},{},{}],"
                        .formatted(SHOP)
                    + "'DefaultActions':[{'Type':'forward','TargetGroupArn':'%s'}]".formatted(WEB)),
            listener("80", "'Port':80,'DefaultActions':[{'Type':'redirect'}]"));
    assertEquals(2, balancer.listeners());
    assertEquals(2, balancer.certificates());
    assertEquals(List.of(80, 443), balancer.listenerPorts());
    assertEquals(List.of("*|*"), balancer.hostsAndPaths());
  }

  @Test
  void rulesTellHostsAndPaths() {
    LoadBalancer balancer =
        shop(
            rule(
                "1",
                """
                'Priority':'1','Conditions':[
                {'Field':'host-header','HostHeaderConfig':{'Values':['b.example','a.example']}},
                {'Field':'path-pattern','Values':['/x/*'],'PathPatternConfig':{'Values':['/x/*']}}],
                'Actions':[]"""),
            rule("2", "'Priority':'2','Conditions':[{'Field':'source-ip'}]"),
            rule("0", "'Priority':'default','IsDefault':true,'Conditions':[]"));
    assertEquals(2, balancer.rules());
    assertEquals(List.of("*|*", "a.example|/x/*", "b.example|/x/*"), balancer.hostsAndPaths());
  }

  @Test
  void hostileRulesAreCountedAndNothingMore() {
    LoadBalancer balancer =
        shop(
            rule("1", "'Conditions':'all','Actions':7"),
            listener("1", "'Port':'http','Certificates':'none','DefaultActions':[[]]"),
            item("elbv2-rule", "not an ARN", "{'Priority':'1'}"),
            item("elbv2-listener", ELB + "listener/app", "{}"));
    assertEquals(1, balancer.rules());
    assertEquals(1, balancer.listeners());
    assertEquals(List.of("*|*"), balancer.hostsAndPaths());
    assertEquals(List.of(), balancer.listenerPorts());
  }

  @Test
  void attributesTellTheIdleTimeout() {
    assertEquals(
        90,
        shop(item(
                "elbv2-attributes",
                SHOP,
                "{'Attributes':[{'Key':'idle_timeout.timeout_seconds','Value':'90'}]}"))
            .idleTimeoutSeconds());
    assertNull(
        shop(item(
                "elbv2-attributes",
                SHOP,
                "{'Attributes':[{'Key':'idle_timeout.timeout_seconds','Value':'-'}]}"))
            .idleTimeoutSeconds());
  }

  @Test
  void associationTellsTheWebAcl() {
    assertEquals(
        "arn:acl",
        shop(item("wafv2-web-acl-association", SHOP, "{'WebACL':{'ARN':'arn:acl'}}")).webAclArn());
    assertEquals("", shop(item("wafv2-web-acl-association", SHOP, "{}")).webAclArn());
  }

  @Test
  void targetGroupsAreThoseThatNameItAndThoseItNames() {
    List<TargetGroup> groups =
        shop(
                group(WEB, "'" + SHOP + "'"),
                group(API, ""),
                group(ELB + "targetgroup/other/3", "'" + SHOP + "x'"),
                rule(
                    "1",
                    "'Actions':[{'Type':'forward','ForwardConfig':{'TargetGroups':["
                        + "{'TargetGroupArn':'%s','Weight':1},{'TargetGroupArn':'gone'}]}}]"
                            .formatted(API)))
            .targetGroups();
    assertEquals(List.of(API, WEB), groups.stream().map(TargetGroup::arn).toList());
  }

  @Test
  void rulesAreKnownWhenAllThatBelongsToThemIs() {
    assertTrue(shop(complete("elbv2-listener", "elbv2-rule", "elbv2-target-group")).rulesKnown());
    assertFalse(shop(complete("elbv2-listener", "elbv2-rule")).rulesKnown());
  }
}
