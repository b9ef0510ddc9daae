package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.SecurityGroup;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Do the security groups of the tasks (of their hosts in bridge and host mode) keep the internet
 * out? NIST SC-7. Any protocol and port counts, and any range that {@link AddressRange} takes for
 * the internet. The load balancer's own groups are not asked: it is there to be reached. A prefix
 * list may hold anything, so that it leaves the question open.
 */
public final class SecurityGroupsClosed implements NetworkCheck {
  @Override
  public String statement() {
    return "The security groups of the tasks let nothing in from the internet";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ec2-security-group");
  }

  @Override
  public String remedy() {
    return "Let in only the load balancer's security group and other groups of the VPC.";
  }

  @Override
  public CheckResult judgeNetwork(SecurityFacts service) {
    List<Evidence> open = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (SecurityGroup group : service.security().network().groups()) {
      for (SecurityGroup.Rule rule : group.ingress()) {
        rule.prefixLists().forEach(list -> unreadable.add(list + " in " + group.id()));
        for (String range : rule.ranges()) {
          if (AddressRange.isInternet(range)) {
            String text = "%s %s from %s".formatted(group.id(), rule.ports(), range);
            open.add(new Evidence("ingress", text));
          } else if (!AddressRange.readable(range)) {
            unreadable.add("a range in " + group.id());
          }
        }
      }
    }
    if (!open.isEmpty()) {
      return CheckResult.of(Verdict.FAIL, List.of(CheckReason.OPEN_SECURITY_GROUP), open);
    }
    CheckResult unresolved = TaskGroups.unresolved(service);
    if (unresolved != null) {
      return unresolved;
    }
    if (!unreadable.isEmpty()) {
      return CheckResult.noData(
          CheckReason.UNRESOLVED_REFERENCE,
          "attestations",
          "State what they hold in --attestations: check security-groups-closed.",
          new Evidence("prefix_lists", String.join(", ", unreadable)));
    }
    return CheckResult.pass(TaskGroups.named(service));
  }
}
