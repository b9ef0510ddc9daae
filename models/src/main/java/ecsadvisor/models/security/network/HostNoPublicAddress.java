package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.HostSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;

/**
 * Are the instances whose network the tasks share without public addresses? Asked of bridge and
 * host mode, where AWS's ECS.2 has no setting to look at.
 */
public final class HostNoPublicAddress implements NetworkCheck {
  @Override
  public String statement() {
    return "The instances whose network the tasks share have no public addresses";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ecs-container-instance", "ec2-instance");
  }

  @Override
  public String remedy() {
    return "Launch the instances in private subnets without public addresses, or use awsvpc.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    boolean own =
        service.config().launchType() == LaunchType.FARGATE
            || TaskNetwork.of(service) == TaskNetwork.OWN;
    return own
        ? CheckResult.notApplicable(CheckReason.OWN_INTERFACES)
        : NetworkCheck.super.judgeFresh(service);
  }

  @Override
  public CheckResult judgeNetwork(SecurityFacts service) {
    List<Evidence> exposed =
        service.security().network().hosts().stream()
            .filter(host -> !host.publicAddress().isEmpty())
            .map(HostNoPublicAddress::evidence)
            .toList();
    if (!exposed.isEmpty()) {
      return CheckResult.fail(CheckReason.HOST_PUBLIC_ADDRESS, exposed.toArray(Evidence[]::new));
    }
    CheckResult unresolved = TaskHosts.unresolved(service);
    return unresolved != null ? unresolved : CheckResult.pass();
  }

  private static Evidence evidence(HostSecurity host) {
    return new Evidence("public_address", host.instanceId() + " " + host.publicAddress());
  }
}
