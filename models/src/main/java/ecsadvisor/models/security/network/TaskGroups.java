package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.security.NetworkSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.SecurityGroup;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The security groups of a service's tasks, or of their hosts. */
final class TaskGroups {
  private static final String KIND = "ec2-security-group";
  private static final String CALL = "aws ec2 describe-security-groups";

  private TaskGroups() {}

  /** The answer where not all groups are known; null where they are. */
  static @Nullable CheckResult unresolved(SecurityFacts service) {
    CheckResult hosts = TaskHosts.unresolved(service);
    if (hosts != null) {
      return hosts;
    }
    NetworkSecurity network = service.security().network();
    if (!network.missingGroups().isEmpty() || network.groups().isEmpty()) {
      return CheckResult.noData(
          CheckReason.UNRESOLVED_REFERENCE,
          KIND,
          "Add %s of %s."
              .formatted(
                  CALL,
                  network.missingGroups().isEmpty()
                      ? "this account and region"
                      : String.join(", ", network.missingGroups())));
    }
    return Freshness.stale(
        service, network.groups().stream().map(SecurityGroup::collectedAt), KIND, CALL);
  }

  /** Which they are. */
  static Evidence named(SecurityFacts service) {
    return new Evidence(
        "security_groups",
        service.security().network().groups().stream()
            .map(SecurityGroup::id)
            .collect(Collectors.joining(", ")));
  }
}
