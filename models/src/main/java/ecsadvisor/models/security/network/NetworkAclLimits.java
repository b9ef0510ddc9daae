package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.security.NetworkAcl;
import ecsadvisor.models.fact.security.NetworkSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Do the network ACLs of the subnets keep anything out? AWS's default ACL lets everything in; so
 * does any whose first rule that matters allows all protocols of all addresses.
 */
public final class NetworkAclLimits implements NetworkCheck {
  private static final String KIND = "ec2-network-acl";

  @Override
  public String statement() {
    return "The network ACLs of the subnets limit what comes in";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ec2-subnet", KIND);
  }

  @Override
  public String remedy() {
    return "Associate a network ACL that allows only what the subnets need.";
  }

  @Override
  public CheckResult judgeNetwork(SecurityFacts service) {
    NetworkSecurity network = service.security().network();
    for (NetworkAcl acl : network.acls()) {
      if (acl.letsEverythingIn()) {
        return CheckResult.fail(
            CheckReason.OPEN_NETWORK_ACL, new Evidence("network_acl", acl.id()));
      }
    }
    CheckResult unresolved = TaskSubnets.unresolved(service);
    if (unresolved != null) {
      return unresolved;
    }
    if (!network.missingAcls().isEmpty()) {
      return CheckResult.noData(
          CheckReason.UNRESOLVED_REFERENCE,
          KIND,
          "Add aws ec2 describe-network-acls of the VPC of "
              + String.join(", ", network.missingAcls())
              + ".");
    }
    return CheckResult.pass(
        new Evidence(
            "network_acls",
            network.acls().stream().map(NetworkAcl::id).collect(Collectors.joining(", "))));
  }
}
