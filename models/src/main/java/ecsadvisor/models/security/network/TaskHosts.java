package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.security.HostSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The instances that tasks share their network with. */
final class TaskHosts {
  private static final String CALL = "aws ec2 describe-instances";

  private TaskHosts() {}

  /** The answer where not all hosts are known; null where they are, or where none is needed. */
  static @Nullable CheckResult unresolved(SecurityFacts service) {
    if (TaskNetwork.of(service) != TaskNetwork.HOSTS) {
      return null;
    }
    List<HostSecurity> hosts = service.security().network().hosts();
    String unknown =
        hosts.stream()
            .filter(host -> !host.known())
            .map(HostSecurity::instanceId)
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      return CheckResult.noData(
          CheckReason.UNRESOLVED_REFERENCE, "ec2-instance", "Add " + CALL + " of " + unknown + ".");
    }
    CheckResult stale =
        Freshness.stale(
            service, hosts.stream().map(HostSecurity::collectedAt), "ec2-instance", CALL);
    if (stale != null) {
      return stale;
    }
    CheckResult unread =
        Freshness.unread(service, "ecs-container-instance", "aws ecs describe-container-instances");
    if (unread != null || !hosts.isEmpty()) {
      return unread;
    }
    return CheckResult.noData(
        CheckReason.UNRESOLVED_REFERENCE,
        "ecs-container-instance",
        "Export again while the cluster has instances.");
  }
}
