package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A security group.
 *
 * @param id its id
 * @param name its name; {@code default} is reserved for the VPC's default group
 * @param vpcId its VPC
 * @param ingress what it lets in
 * @param egress what it lets out
 * @param collectedAt when it was read
 */
public record SecurityGroup(
    String id,
    String name,
    String vpcId,
    List<Rule> ingress,
    List<Rule> egress,
    Instant collectedAt)
    implements Serializable {
  public SecurityGroup {
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  /** Whether it is the group that its VPC gives to whatever names none. */
  public boolean isDefault() {
    return name.equals("default");
  }

  /**
   * What a group lets through.
   *
   * @param protocol tcp, udp, icmp, a number, or -1 for all
   * @param fromPort first port; -1 for all
   * @param toPort last port; -1 for all
   * @param ranges ranges of addresses in CIDR notation, IPv4 and IPv6
   * @param prefixLists prefix lists, whose ranges the inventory does not tell
   */
  public record Rule(
      String protocol, int fromPort, int toPort, List<String> ranges, List<String> prefixLists)
      implements Serializable {
    public Rule {
      ranges = List.copyOf(ranges);
      prefixLists = List.copyOf(prefixLists);
    }

    /** Whether it lets all protocols and ports through. */
    public boolean everything() {
      return protocol.equals("-1");
    }

    /** Protocol and ports, as people write them: {@code tcp/8080}. */
    public String ports() {
      if (everything()) {
        return "all";
      }
      if (fromPort < 0 || toPort < 0) {
        return protocol;
      }
      return protocol + "/" + (fromPort == toPort ? fromPort : fromPort + "-" + toPort);
    }
  }
}
