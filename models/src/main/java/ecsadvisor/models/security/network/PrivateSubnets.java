package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.security.HostSecurity;
import ecsadvisor.models.fact.security.NetworkSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.ServiceSecurity.NetworkSetting;
import ecsadvisor.models.fact.security.SubnetSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Is there no straight way between the tasks and the internet? NIST SC-7. It fails where a subnet
 * has a route to an internet gateway and the tasks, or the hosts whose network they share, have
 * public addresses there. A public subnet without public addresses passes and is named; so are
 * subnets that give public IPv6 addresses.
 */
public final class PrivateSubnets implements NetworkCheck {
  @Override
  public String statement() {
    return "No task with a public address is in a subnet with a route to an internet gateway";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ec2-subnet", "ec2-route-table");
  }

  @Override
  public String remedy() {
    return "Move the service to subnets whose default route is a NAT gateway or none.";
  }

  @Override
  public CheckResult judgeNetwork(SecurityFacts service) {
    NetworkSecurity network = service.security().network();
    List<Evidence> exposed = new ArrayList<>();
    for (String id : exposedSubnets(service)) {
      SubnetSecurity subnet = network.subnet(id);
      if (subnet != null && subnet.isPublic()) {
        exposed.add(new Evidence("public_subnet", id + " by " + subnet.internetGateway()));
      }
    }
    if (!exposed.isEmpty()) {
      return CheckResult.of(Verdict.FAIL, List.of(CheckReason.PUBLIC_SUBNET), exposed);
    }
    CheckResult unrouted = TaskSubnets.unrouted(service);
    if (unrouted != null) {
      return unrouted;
    }
    List<Evidence> because = new ArrayList<>();
    for (SubnetSecurity subnet : network.subnets()) {
      String name = subnet.isPublic() ? "public_subnet_without_addresses" : "private_subnet";
      because.add(new Evidence(name, subnet.id()));
      if (subnet.publicIpv6()) {
        because.add(new Evidence("public_ipv6_subnet", subnet.id()));
      }
    }
    return CheckResult.pass(because.toArray(Evidence[]::new));
  }

  /** Subnets in which something of the service has a public address, each once, in order. */
  private static List<String> exposedSubnets(SecurityFacts service) {
    List<String> ids = new ArrayList<>();
    for (NetworkSetting setting : service.security().networks()) {
      if (PublicAddresses.given(service, setting)) {
        ids.addAll(setting.subnetIds());
      }
    }
    for (HostSecurity host : service.security().network().hosts()) {
      if (!host.publicAddress().isEmpty()) {
        ids.add(host.subnetId());
      }
    }
    return ids.stream().distinct().toList();
  }
}
