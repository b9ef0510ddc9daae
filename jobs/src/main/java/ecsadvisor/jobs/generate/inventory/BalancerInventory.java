package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Archetype;
import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Networks;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Load balancers, listeners, rules, target groups, and the web ACLs in front of them. */
final class BalancerInventory {
  private static final String MODERN_TLS = "ELBSecurityPolicy-TLS13-1-2-2021-06";
  private static final String OLD_TLS = "ELBSecurityPolicy-TLS-1-0-2015-04";

  private static final Map<String, Object> REDIRECT =
      Body.of(
          "Type",
          "redirect",
          "RedirectConfig",
          Body.of("Protocol", "HTTPS", "Port", "443", "StatusCode", "HTTP_301"));

  private final Organisation organisation;
  private final Envelopes envelopes;
  private final TargetGroupInventory groups;

  BalancerInventory(Organisation organisation, Envelopes envelopes) {
    this.organisation = organisation;
    this.envelopes = envelopes;
    this.groups = new TargetGroupInventory(organisation, envelopes);
  }

  void add(List<Service> services) {
    Map<String, List<Service>> balancers = new LinkedHashMap<>();
    for (Service service : services) {
      if (!service.loadBalancer().isEmpty()) {
        String arn = Networks.loadBalancerArn(organisation, service);
        balancers.computeIfAbsent(arn, key -> new ArrayList<>()).add(service);
        groups.add(arn, service);
      }
      if (service.archetype() == Archetype.IDLE) {
        groups.addForgotten(service);
      }
    }
    balancers.forEach(this::balancer);
  }

  private void balancer(String arn, List<Service> services) {
    Service first = services.get(0);
    boolean publicly = Networks.internetFacing(first);
    List<Object> zones = new ArrayList<>();
    List<String> subnets =
        NetworkInventory.subnetIds(first.cluster(), publicly ? "public" : "private");
    for (int index = 0; index < subnets.size(); index++) {
      zones.add(
          Body.of("ZoneName", first.cluster().zones().get(index), "SubnetId", subnets.get(index)));
    }
    envelopes.add(
        Kind.ELBV2_LOAD_BALANCER,
        arn,
        Body.of(
            "LoadBalancerArn",
            arn,
            "DNSName",
            first.loadBalancer() + ".elb.amazonaws.com",
            "CreatedTime",
            Body.time(organisation.timeline().firstHour() - 4800),
            "LoadBalancerName",
            first.loadBalancer(),
            "Scheme",
            publicly ? "internet-facing" : "internal",
            "VpcId",
            NetworkInventory.vpcId(first.cluster()),
            "State",
            Body.of("Code", "active"),
            "Type",
            "application",
            "AvailabilityZones",
            zones,
            "SecurityGroups",
            List.of(NetworkInventory.balancerSecurityGroupId(first.cluster())),
            "IpAddressType",
            "ipv4",
            "Tags",
            Body.tags(tags(first))));
    envelopes.add(
        Kind.ELBV2_ATTRIBUTES,
        arn,
        Body.of(
            "Attributes",
            List.of(
                attribute("access_logs.s3.enabled", "true"),
                attribute("idle_timeout.timeout_seconds", "60"),
                attribute("deletion_protection.enabled", "true"))));
    listeners(arn, services);
    if (publicly) {
      boolean open = services.stream().anyMatch(service -> service.has(Flaw.NO_WAF));
      envelopes.add(
          Kind.WAFV2_WEB_ACL_ASSOCIATION, arn, open ? Body.of() : Body.of("WebACL", webAcl(first)));
    }
  }

  /** The tags that DescribeTags tells of, which a collector puts beside the description. */
  private static Map<String, String> tags(Service service) {
    return service.environment().isEmpty()
        ? Map.of()
        : Map.of("environment", service.environment());
  }

  private static Map<String, Object> webAcl(Service service) {
    return Body.of(
        "Name",
        "larkspur-web",
        "Id",
        "3c1f0c7a-0000-4000-8000-larkspur0001",
        "ARN",
        service.cluster().arn("wafv2", "regional/webacl/larkspur-web/3c1f0c7a"),
        "DefaultAction",
        Body.of("Allow", Body.of()),
        "Rules",
        List.of(Body.of("Name", "AWS-AWSManagedRulesCommonRuleSet", "Priority", 0)));
  }

  private void listeners(String arn, List<Service> services) {
    boolean plain = services.stream().anyMatch(service -> service.has(Flaw.HTTP_LISTENER));
    boolean old = services.stream().anyMatch(service -> service.has(Flaw.OLD_TLS));
    if (plain) {
      listener(arn, services, 80, "HTTP", "");
      return;
    }
    listener(arn, services, 443, "HTTPS", old ? OLD_TLS : MODERN_TLS);
    String redirect = listenerArn(arn, 80);
    envelopes.add(
        Kind.ELBV2_LISTENER,
        redirect,
        Body.of(
            "ListenerArn",
            redirect,
            "LoadBalancerArn",
            arn,
            "Port",
            80,
            "Protocol",
            "HTTP",
            "DefaultActions",
            List.of(REDIRECT)));
    defaultRule(redirect, REDIRECT);
  }

  private void listener(
      String arn, List<Service> services, int port, String protocol, String policy) {
    String listener = listenerArn(arn, port);
    envelopes.add(
        Kind.ELBV2_LISTENER,
        listener,
        Body.of(
            "ListenerArn",
            listener,
            "LoadBalancerArn",
            arn,
            "Port",
            port,
            "Protocol",
            protocol,
            "Certificates",
            policy.isEmpty()
                ? null
                : List.of(
                    Body.of(
                        "CertificateArn",
                        services.get(0).cluster().arn("acm", "certificate/larkspur"))),
            "SslPolicy",
            policy.isEmpty() ? null : policy,
            "DefaultActions",
            List.of(forward(services.get(0)))));
    defaultRule(listener, forward(services.get(0)));
    for (int index = 1; index < services.size(); index++) {
      String rule = listener.replace(":listener/", ":listener-rule/") + "/" + index;
      envelopes.add(
          Kind.ELBV2_RULE,
          rule,
          Body.of(
              "RuleArn",
              rule,
              "Priority",
              Integer.toString(index * 10),
              "Conditions",
              List.of(
                  Body.of(
                      "Field",
                      "path-pattern",
                      "Values",
                      List.of("/" + services.get(index).name() + "/*"))),
              "Actions",
              List.of(forward(services.get(index))),
              "IsDefault",
              false));
    }
  }

  /** The rule that every listener has for what no other rule takes. */
  private void defaultRule(String listener, Map<String, Object> action) {
    String rule = listener.replace(":listener/", ":listener-rule/") + "/0";
    envelopes.add(
        Kind.ELBV2_RULE,
        rule,
        Body.of(
            "RuleArn",
            rule,
            "Priority",
            "default",
            "Conditions",
            List.of(),
            "Actions",
            List.of(action),
            "IsDefault",
            true));
  }

  private static String listenerArn(String arn, int port) {
    return arn.replace(":loadbalancer/", ":listener/") + "/" + (port == 80 ? "0080" : "0443");
  }

  private Map<String, Object> forward(Service service) {
    return Body.of("Type", "forward", "TargetGroupArn", groups.arn(service));
  }

  private static Map<String, Object> attribute(String key, String value) {
    return Body.of("Key", key, "Value", value);
  }
}
