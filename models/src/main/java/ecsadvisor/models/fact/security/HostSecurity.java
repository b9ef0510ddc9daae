package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * An instance that a service's tasks share their network with.
 *
 * @param instanceId its id
 * @param known whether the inventory has what EC2 says of it
 * @param publicAddress its public address; empty for none
 * @param subnetId its subnet
 * @param securityGroupIds the security groups of all its interfaces
 * @param collectedAt when it was read
 */
public record HostSecurity(
    String instanceId,
    boolean known,
    String publicAddress,
    String subnetId,
    List<String> securityGroupIds,
    Instant collectedAt)
    implements Serializable {
  public HostSecurity {
    securityGroupIds = List.copyOf(securityGroupIds);
  }
}
