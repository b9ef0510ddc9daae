package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.time.Instant;

/**
 * A listener that forwards to a service.
 *
 * @param arn its ARN
 * @param loadBalancerArn its load balancer
 * @param port its port; 0 where not known
 * @param protocol HTTP, HTTPS, TCP, TLS, UDP, TCP_UDP, GENEVE or a newer one; empty where only a
 *     rule tells of it
 * @param sslPolicy its TLS security policy; empty for none
 * @param collectedAt when it was read
 */
public record ListenerSecurity(
    String arn,
    String loadBalancerArn,
    int port,
    String protocol,
    String sslPolicy,
    Instant collectedAt)
    implements Serializable {
  /** Protocol and port, as people write them: {@code HTTPS:443}. */
  public String address() {
    return protocol + ":" + port;
  }
}
