package ecsadvisor.models.security.entry;

import ecsadvisor.models.fact.security.BalancerSecurity;
import ecsadvisor.models.fact.security.EntrySecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import ecsadvisor.models.security.ServiceCheck;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is a web ACL attached to every Application Load Balancer through which the internet reaches the
 * service? CCM AIS-01. Network load balancers have none. A web ACL of CloudFront in front of the
 * load balancer is not seen: accept the failure with an exception that names it. The bill proves
 * that a web ACL exists, not where it is attached.
 */
public final class WebAclAttached implements ServiceCheck {
  private static final String KIND = "wafv2-web-acl-association";

  @Override
  public String statement() {
    return "Every Application Load Balancer that the internet reaches has a web ACL";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "elbv2-load-balancer", "elbv2-target-group", KIND);
  }

  @Override
  public String remedy() {
    return "Attach a web ACL to the load balancer; where CloudFront's web ACL protects it, say so in"
        + " an exception.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    CheckResult absent = LoadBalancers.absent(service);
    if (absent != null) {
      return absent;
    }
    List<BalancerSecurity> faced =
        service.security().entry().loadBalancers().stream()
            .filter(balancer -> balancer.type().equals("application") && balancer.internetFacing())
            .toList();
    List<Evidence> unprotected = new ArrayList<>();
    CheckResult unread = null;
    for (BalancerSecurity balancer : faced) {
      if (balancer.webAclArn().isEmpty()) {
        CheckResult open = unread(service, balancer);
        if (open == null) {
          unprotected.add(new Evidence("load_balancer", balancer.arn()));
        }
        unread = open == null ? unread : open;
      }
    }
    if (!unprotected.isEmpty()) {
      return CheckResult.of(Verdict.FAIL, List.of(CheckReason.NO_WEB_ACL), unprotected);
    }
    CheckResult unresolved = unread != null ? unread : unresolved(service, faced);
    if (unresolved != null) {
      return unresolved;
    }
    return faced.isEmpty() ? notFaced(service) : protectedBy(faced);
  }

  /** The answer where nobody asked for a load balancer's web ACL; null where somebody did. */
  private static @Nullable CheckResult unread(SecurityFacts service, BalancerSecurity balancer) {
    String call = "aws wafv2 get-web-acl-for-resource --resource-arn " + balancer.arn();
    return balancer.webAclRead() && !Freshness.isStale(service, balancer.collectedAt())
        ? null
        : Freshness.unread(service, KIND, call);
  }

  /** What keeps one from knowing all load balancers; null for nothing. */
  private static @Nullable CheckResult unresolved(
      SecurityFacts service, List<BalancerSecurity> faced) {
    EntrySecurity entry = service.security().entry();
    CheckResult classic = LoadBalancers.classic(service, "web-acl-attached");
    if (classic != null) {
      return classic;
    }
    if (!entry.missingLoadBalancers().isEmpty()) {
      return CheckResult.noData(
          CheckReason.UNRESOLVED_REFERENCE,
          "elbv2-load-balancer",
          "Add aws elbv2 describe-load-balancers of "
              + String.join(", ", entry.missingLoadBalancers())
              + ".");
    }
    for (String arn : entry.targetGroupArns()) {
      if (!entry.targetProtocols().containsKey(arn)) {
        return CheckResult.noData(
            CheckReason.UNRESOLVED_REFERENCE,
            "elbv2-target-group",
            "Add aws elbv2 describe-target-groups of " + arn + ".");
      }
    }
    return Freshness.stale(
        service,
        faced.stream().map(BalancerSecurity::collectedAt),
        KIND,
        "aws wafv2 get-web-acl-for-resource");
  }

  private static CheckResult notFaced(SecurityFacts service) {
    for (BalancerSecurity balancer : service.security().entry().loadBalancers()) {
      if (balancer.internetFacing()) {
        return CheckResult.notApplicable(
            CheckReason.NETWORK_LOAD_BALANCER, new Evidence("load_balancer", balancer.arn()));
      }
    }
    return CheckResult.notApplicable(CheckReason.NOT_INTERNET_FACING);
  }

  private static CheckResult protectedBy(List<BalancerSecurity> faced) {
    return CheckResult.of(
        Verdict.PASS,
        List.of(),
        faced.stream()
            .map(balancer -> new Evidence("web_acl", balancer.webAclArn()))
            .distinct()
            .toList());
  }
}
