package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.ELB;
import static ecsadvisor.jobs.fact.Items.KEY;
import static ecsadvisor.jobs.fact.Items.TIME;
import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.item;
import static ecsadvisor.jobs.fact.Items.service;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.security.BalancerSecurity;
import ecsadvisor.models.fact.security.ConnectEndpoint;
import ecsadvisor.models.fact.security.EntrySecurity;
import ecsadvisor.models.fact.security.ListenerSecurity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecurityEntriesTest {
  private static final String SHOP = ELB + "loadbalancer/app/shop/50dc";
  private static final String WEB = ELB + "targetgroup/web/1";
  private static final String LISTENER = ELB + "listener/app/shop/50dc/443";
  private static final String BEHIND = "'loadBalancers':[{'targetGroupArn':'%s'}]".formatted(WEB);

  private static EntrySecurity entry(String fields, InventoryItem... others) {
    List<InventoryItem> items = new ArrayList<>(List.of(others));
    items.add(service(fields));
    Inventory inventory = assemble(items.toArray(InventoryItem[]::new));
    return requireNonNull(inventory.security().get(KEY)).entry();
  }

  private static InventoryItem listener(String fields) {
    return item(
        "elbv2-listener",
        LISTENER,
        "{'ListenerArn':'%s','LoadBalancerArn':'%s',%s}".formatted(LISTENER, SHOP, fields));
  }

  private static InventoryItem rule(String actions) {
    String arn = ELB + "listener-rule/app/shop/50dc/443/7";
    return item("elbv2-rule", arn, "{'RuleArn':'%s','Actions':[%s]}".formatted(arn, actions));
  }

  private static InventoryItem shop() {
    return item(
        "elbv2-load-balancer",
        SHOP,
        "{'LoadBalancerArn':'%s','Type':'application','Scheme':'internet-facing'}".formatted(SHOP));
  }

  private static InventoryItem web() {
    return item(
        "elbv2-target-group",
        WEB,
        "{'TargetGroupArn':'%s','Protocol':'HTTP','LoadBalancerArns':['%s']}".formatted(WEB, SHOP));
  }

  private static ListenerSecurity https() {
    return new ListenerSecurity(LISTENER, SHOP, 443, "HTTPS", "ELBSecurityPolicy-2016-08", TIME);
  }

  private static final String HTTPS =
      "'Port':443,'Protocol':'HTTPS','SslPolicy':'ELBSecurityPolicy-2016-08'";

  @Test
  void aListenerForwardsByItsDefaultAction() {
    EntrySecurity entry =
        entry(
            BEHIND, listener(HTTPS + ",'DefaultActions':[{'TargetGroupArn':'%s'}]".formatted(WEB)));
    assertEquals(List.of(https()), entry.listeners());
  }

  @Test
  void aListenerForwardsByARule() {
    EntrySecurity entry =
        entry(
            BEHIND,
            listener(HTTPS + ",'DefaultActions':[{'Type':'redirect'}]"),
            rule("{'Type':'forward','TargetGroupArn':'%s'}".formatted(WEB)));
    assertEquals(List.of(https()), entry.listeners());
  }

  @Test
  void aListenerForwardsByWeight() {
    EntrySecurity entry =
        entry(
            BEHIND,
            listener(HTTPS),
            rule(
                "{'ForwardConfig':{'TargetGroups':[{'TargetGroupArn':'x','Weight':90},"
                    + "{'TargetGroupArn':'%s','Weight':10}]}}".formatted(WEB)));
    assertEquals(List.of(https()), entry.listeners());
  }

  @Test
  void aListenerThatOnlyRedirectsDoesNotForward() {
    EntrySecurity entry =
        entry(
            BEHIND,
            listener("'Port':80,'Protocol':'HTTP','DefaultActions':[{'Type':'redirect'}]"),
            rule("{'Type':'redirect'}"));
    assertEquals(List.of(), entry.listeners());
  }

  @Test
  void aRuleOfAListenerThatIsMissingIsNotLost() {
    EntrySecurity entry = entry(BEHIND, rule("{'TargetGroupArn':'%s'}".formatted(WEB)));
    assertEquals(
        List.of(new ListenerSecurity(LISTENER, SHOP, 0, "", "", Instant.EPOCH)), entry.listeners());
    assertEquals(List.of(SHOP), entry.missingLoadBalancers());
  }

  @Test
  void bothGroupsOfABlueGreenPairCount() {
    EntrySecurity entry =
        entry(
            "'loadBalancers':[],'taskSets':[{'loadBalancers':[{'targetGroupArn':'%s'}]}]"
                .formatted(WEB),
            web());
    assertEquals(List.of(WEB), entry.targetGroupArns());
    assertEquals(Map.of(WEB, "HTTP"), entry.targetProtocols());
  }

  @Test
  void aLoadBalancerHasTheWebAclThatWasRead() {
    EntrySecurity entry =
        entry(
            BEHIND,
            web(),
            shop(),
            item("wafv2-web-acl-association", SHOP, "{'WebACL':{'ARN':'arn:acl'}}"));
    assertEquals(
        List.of(
            new BalancerSecurity(SHOP, "application", "internet-facing", "arn:acl", true, TIME)),
        entry.loadBalancers());
  }

  @Test
  void anEmptyAssociationSaysThatThereIsNone() {
    EntrySecurity entry =
        entry(BEHIND, web(), shop(), item("wafv2-web-acl-association", SHOP, "{}"));
    assertTrue(entry.loadBalancers().get(0).webAclRead());
    assertEquals("", entry.loadBalancers().get(0).webAclArn());
  }

  @Test
  void withoutAssociationNobodyAsked() {
    assertFalse(entry(BEHIND, web(), shop()).loadBalancers().get(0).webAclRead());
  }

  @Test
  void classicLoadBalancersAreNamed() {
    EntrySecurity entry = entry("'loadBalancers':[{'loadBalancerName':'old'}]");
    assertEquals(List.of("old"), entry.classicLoadBalancers());
    assertTrue(entry.balanced());
  }

  @Test
  void latticeIsSeenInDeployments() {
    assertTrue(
        entry("'loadBalancers':[],'deployments':[{'vpcLatticeConfigurations':[{'roleArn':'r'}]}]")
            .lattice());
  }

  @Test
  void serviceConnectIsReadFromDeployments() {
    EntrySecurity entry =
        entry(
            """
            'deployments':[{'status':'PRIMARY','serviceConnectConfiguration':{'enabled':true,
            'services':[{'portName':'http'},{'portName':'grpc',
            'tls':{'issuerCertificateAuthority':{'awsPcaAuthorityArn':'arn:ca'}}}]}}]""");
    assertTrue(entry.connected());
    assertEquals(
        List.of(new ConnectEndpoint("grpc", true), new ConnectEndpoint("http", false)),
        entry.endpoints());
  }

  @Test
  void awsConfigSpellsTheSameInCapitals() {
    EntrySecurity entry =
        entry(
            "'LoadBalancers':[{'TargetGroupArn':'%s'}]".formatted(WEB),
            listener(HTTPS + ",'DefaultActions':[{'TargetGroupArn':'%s'}]".formatted(WEB)));
    assertEquals(List.of(https()), entry.listeners());
    assertTrue(entry.listed());
    assertFalse(entry.connectKnown());
  }
}
