package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Networks;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How services are connected: subnets, security groups, target groups. */
final class ServiceNetwork {
  private ServiceNetwork() {}

  /** The target group that a service is registered with. */
  static List<Object> loadBalancers(Organisation organisation, Service service) {
    if (service.loadBalancer().isEmpty()) {
      return List.of();
    }
    return List.of(
        Body.of(
            "targetGroupArn",
            service
                .cluster()
                .arn("elasticloadbalancing", Networks.targetGroupSuffix(organisation, service)),
            "containerName",
            service.name(),
            "containerPort",
            8080));
  }

  /** The network of its tasks; null where they have none of their own. */
  static @Nullable Map<String, Object> of(Service service) {
    if (!TaskDefinitions.networkMode(service).equals("awsvpc")) {
      return null;
    }
    boolean publicly = service.flaws().contains(Flaw.PUBLIC_IP);
    List<String> subnets =
        NetworkInventory.subnetIds(service.cluster(), publicly ? "public" : "private");
    return Body.of(
        "awsvpcConfiguration",
        Body.of(
            "subnets",
            service.flaws().contains(Flaw.SINGLE_AZ) ? subnets.subList(0, 1) : subnets,
            "securityGroups",
            List.of(NetworkInventory.securityGroupId(service)),
            "assignPublicIp",
            publicly ? "ENABLED" : "DISABLED"));
  }
}
