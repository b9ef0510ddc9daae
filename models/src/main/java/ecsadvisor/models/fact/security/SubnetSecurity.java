package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.time.Instant;

/**
 * A subnet and where its routes lead.
 *
 * @param id its id
 * @param vpcId its VPC
 * @param zone its Availability Zone
 * @param routeTableId the route table that holds for it: its own, else the VPC's main one; empty
 *     where that is not known
 * @param internetGateway an internet gateway that a route leads to; empty where none does
 * @param defaultRoute what the default route leads to, such as a NAT or transit gateway; empty for
 *     none
 * @param publicIpv6 whether interfaces get an IPv6 address on creation and an IPv6 route leads to
 *     an internet gateway
 * @param collectedAt when it or its route table was read, whichever is earlier
 */
public record SubnetSecurity(
    String id,
    String vpcId,
    String zone,
    String routeTableId,
    String internetGateway,
    String defaultRoute,
    boolean publicIpv6,
    Instant collectedAt)
    implements Serializable {
  /** Whether it is known where its routes lead. */
  public boolean routed() {
    return !routeTableId.isEmpty();
  }

  /** Whether a route leads straight to the internet. */
  public boolean isPublic() {
    return !internetGateway.isEmpty();
  }
}
