package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ServiceCheck;
import ecsadvisor.models.security.Unresolved;
import java.util.List;

/**
 * Do the service's tasks start without public addresses? Security Hub ECS.2, rule {@code
 * ecs-service-assign-public-ip-disabled}: assignPublicIp of the service, and here also of the
 * deployments that still run; absent means DISABLED. Task sets are asked by {@link
 * NoPublicAddressOfTaskSets}. Tasks on EC2 cannot get a public address; in bridge and host mode
 * there is no such setting.
 */
public final class NoPublicAddress implements ServiceCheck {
  @Override
  public String statement() {
    return "The service's tasks start without public addresses";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service");
  }

  @Override
  public String remedy() {
    return "Set assignPublicIp to DISABLED, in subnets with a NAT gateway or VPC endpoints.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    List<NetworkSetting> settings = PublicAddresses.settings(service, false);
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
    if (!settings.isEmpty()) {
      return CheckResult.pass(
          service.config().launchType() == LaunchType.EC2
              ? new Evidence("launch_type", "EC2")
              : new Evidence("assignPublicIp", "DISABLED"));
    }
    boolean external = service.config().layout().deploymentController().equals("EXTERNAL");
    if (!external && TaskNetwork.of(service) == TaskNetwork.UNKNOWN) {
      return CheckResult.noData(
          CheckReason.DESCRIBE_FAILED,
          "ecs-service",
          "Add aws ecs describe-services with the network configuration.");
    }
    return CheckResult.notApplicable(CheckReason.NO_AWSVPC_CONFIGURATION);
  }
}
