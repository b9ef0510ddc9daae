package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.SecurityGroup;
import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;

/**
 * Do the tasks (their hosts in bridge and host mode) use a security group of their own? NIST SC-7.
 * A network setting that names no group means the VPC's default one, which whatever else names none
 * shares.
 */
public final class NotDefaultSecurityGroup implements NetworkCheck {
  @Override
  public String statement() {
    return "The tasks do not use the default security group of their VPC";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ec2-security-group");
  }

  @Override
  public String remedy() {
    return "Give the service a security group of its own.";
  }

  @Override
  public CheckResult judgeNetwork(SecurityFacts service) {
    for (NetworkSetting setting : service.security().networks()) {
      if (setting.securityGroupIds().isEmpty()) {
        return CheckResult.fail(
            CheckReason.DEFAULT_SECURITY_GROUP,
            new Evidence("security_groups", "none named"),
            new Evidence("set_on", setting.owner()));
      }
    }
    for (SecurityGroup group : service.security().network().groups()) {
      if (group.isDefault()) {
        return CheckResult.fail(
            CheckReason.DEFAULT_SECURITY_GROUP,
            new Evidence("security_group", group.id()),
            new Evidence("vpc", group.vpcId()));
      }
    }
    CheckResult unresolved = TaskGroups.unresolved(service);
    return unresolved != null ? unresolved : CheckResult.pass(TaskGroups.named(service));
  }
}
