package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ServiceCheck;
import ecsadvisor.models.security.Unresolved;
import java.util.List;

/**
 * Do the tasks of the service's task sets start without public addresses? Security Hub ECS.16.
 * Services that ECS itself deploys have no task sets; for CodeDeploy and external controllers the
 * description or a complete read of the task sets must tell of them.
 */
public final class NoPublicAddressOfTaskSets implements ServiceCheck {
  @Override
  public String statement() {
    return "The tasks of its task sets start without public addresses";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ecs-task-set");
  }

  @Override
  public String remedy() {
    return "Create the next task set with assignPublicIp set to DISABLED.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    List<NetworkSetting> settings = PublicAddresses.settings(service, true);
    for (NetworkSetting setting : settings) {
      if (PublicAddresses.given(service, setting)) {
        return CheckResult.fail(
            CheckReason.PUBLIC_ADDRESS,
            new Evidence("assignPublicIp", "ENABLED"),
            new Evidence("set_on", setting.owner()),
            new Evidence("subnets", String.join(", ", setting.subnetIds())));
      }
    }
    if (service.security().open().touch(PublicAddresses.FIELD)) {
      return Unresolved.ofService(PublicAddresses.FIELD);
    }
    CheckResult unread = TaskSets.unread(service);
    if (unread != null) {
      return unread;
    }
    if (service.security().network().taskSets() == 0) {
      return CheckResult.notApplicable(CheckReason.NO_TASK_SETS);
    }
    return settings.isEmpty()
        ? CheckResult.notApplicable(CheckReason.NO_AWSVPC_CONFIGURATION)
        : CheckResult.pass(new Evidence("assignPublicIp", "DISABLED"));
  }
}
