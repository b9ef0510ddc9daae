package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.SecurityGroup;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;

/**
 * Do the security groups limit what the tasks reach? AWS's own rule for new groups lets everything
 * out. One port to any address is a limit.
 */
public final class EgressLimited implements NetworkCheck {
  @Override
  public String statement() {
    return "The security groups of the tasks limit what goes out";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ec2-security-group");
  }

  @Override
  public String remedy() {
    return "Let out only the ports and groups that the service calls.";
  }

  @Override
  public CheckResult judgeNetwork(SecurityFacts service) {
    for (SecurityGroup group : service.security().network().groups()) {
      for (SecurityGroup.Rule rule : group.egress()) {
        if (rule.everything() && rule.ranges().stream().anyMatch(AddressRange::isInternet)) {
          return CheckResult.fail(
              CheckReason.OPEN_EGRESS,
              new Evidence("security_group", group.id()),
              new Evidence("egress", "all to " + String.join(", ", rule.ranges())));
        }
      }
    }
    CheckResult unresolved = TaskGroups.unresolved(service);
    return unresolved != null ? unresolved : CheckResult.pass(TaskGroups.named(service));
  }
}
