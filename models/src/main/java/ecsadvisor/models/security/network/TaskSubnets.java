package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.security.NetworkSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.SubnetSecurity;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The subnets of a service's tasks, or of their hosts. */
final class TaskSubnets {
  private static final String KIND = "ec2-subnet";
  private static final String CALL = "aws ec2 describe-subnets";

  private TaskSubnets() {}

  /** The answer where not all subnets are known; null where they are. */
  static @Nullable CheckResult unresolved(SecurityFacts service) {
    CheckResult hosts = TaskHosts.unresolved(service);
    if (hosts != null) {
      return hosts;
    }
    NetworkSecurity network = service.security().network();
    if (!network.missingSubnets().isEmpty() || network.subnets().isEmpty()) {
      return CheckResult.noData(
          CheckReason.UNRESOLVED_REFERENCE,
          KIND,
          "Add %s of %s."
              .formatted(
                  CALL,
                  network.missingSubnets().isEmpty()
                      ? "this account and region"
                      : String.join(", ", network.missingSubnets())));
    }
    return Freshness.stale(
        service, network.subnets().stream().map(SubnetSecurity::collectedAt), KIND, CALL);
  }

  /** The answer where not all subnets and their routes are known; null where they are. */
  static @Nullable CheckResult unrouted(SecurityFacts service) {
    CheckResult unresolved = unresolved(service);
    if (unresolved != null) {
      return unresolved;
    }
    String unrouted =
        service.security().network().subnets().stream()
            .filter(subnet -> !subnet.routed())
            .map(SubnetSecurity::id)
            .collect(Collectors.joining(", "));
    return unrouted.isEmpty()
        ? null
        : CheckResult.noData(
            CheckReason.UNRESOLVED_REFERENCE,
            "ec2-route-table",
            "Add aws ec2 describe-route-tables of the VPC of " + unrouted + ".");
  }
}
