package ecsadvisor.models.security.remedy;

import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import ecsadvisor.models.finding.SecurityStep.CloseSecurityGroup;
import ecsadvisor.models.finding.ServiceEdit.SetNetwork;
import java.util.List;
import java.util.Map;

/** Fixes of addresses, subnets and security groups. */
final class NetworkRemedies {
  private NetworkRemedies() {}

  static Map<String, Remedy> all() {
    return Map.of(
        "no-public-address",
        new Remedy(
            "Set assignPublicIp to DISABLED, in subnets with a way out.",
            failed -> failed.onService(new SetNetwork(true, true, false))),
        "no-public-address-of-task-sets",
        Remedy.byHand(
            "A task set's network does not change: have the deployment that makes the next one set"
                + " assignPublicIp to DISABLED, in subnets with a way out, and delete the old one."),
        "host-no-public-address",
        Remedy.byHand(
            "Set AssociatePublicIpAddress to false in the launch template of the cluster's"
                + " instances, in subnets with a way out, and replace the instances."),
        "security-groups-closed",
        new Remedy(
            "Open the security groups to the load balancer's or the clients' group only.",
            NetworkRemedies::close),
        "not-default-security-group",
        new Remedy(
            "Make a security group for the service and use it.",
            failed ->
                isAwsvpc(failed)
                    ? failed.onService(new SetNetwork(false, false, true))
                    : List.of()),
        "private-subnets",
        new Remedy(
            "Run in subnets whose routes lead to no internet gateway.",
            failed ->
                isAwsvpc(failed)
                    ? failed.onService(new SetNetwork(false, true, false))
                    : List.of()),
        "egress-limited",
        Remedy.byHand(
            "Replace the rule that lets the security group reach every address by rules for the"
                + " ports and groups that the tasks call; VPC flow logs say which."),
        "network-acl-limits",
        Remedy.byHand(
            "Give the subnets a network ACL that denies what they never serve. It has no state:"
                + " answers come back on ports 1024 to 65535."));
  }

  private static boolean isAwsvpc(FailedCheck failed) {
    return !failed.facts().security().networks().isEmpty();
  }

  private static List<Fix> close(FailedCheck failed) {
    List<String> groups = failed.named("security_group", "security_groups");
    if (groups.isEmpty()) {
      groups =
          failed.facts().security().networks().stream()
              .map(NetworkSetting::securityGroupIds)
              .flatMap(List::stream)
              .distinct()
              .toList();
    }
    return failed.onEachOrAsked(
        "Ec2SecurityGroup",
        groups.stream().filter(group -> group.startsWith("sg-")).toList(),
        CloseSecurityGroup::new);
  }
}
