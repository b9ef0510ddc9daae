package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.time.Instant;

/**
 * A load balancer in front of a service.
 *
 * @param arn its ARN
 * @param type application, network or gateway
 * @param scheme internet-facing or internal
 * @param webAclArn its web ACL; empty for none
 * @param webAclRead whether the inventory has what WAF says of it; if not, an empty ARN says
 *     nothing
 * @param collectedAt when it or its web ACL was read, whichever is earlier
 */
public record BalancerSecurity(
    String arn,
    String type,
    String scheme,
    String webAclArn,
    boolean webAclRead,
    Instant collectedAt)
    implements Serializable {
  /** Whether the internet reaches it. */
  public boolean internetFacing() {
    return scheme.equals("internet-facing");
  }
}
