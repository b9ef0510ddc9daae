package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the inventory says of how clients reach a service: listeners, web ACLs and Service Connect.
 *
 * @param listed whether the service's description lists its load balancers; if not, an empty list
 *     says nothing
 * @param targetGroupArns the target groups that it is registered with, ordered
 * @param targetProtocols the protocol that targets are spoken to with, by target group; those that
 *     the inventory has
 * @param classicLoadBalancers names of its Classic Load Balancers
 * @param lattice whether it is a target of VPC Lattice
 * @param listeners the listeners that forward to its target groups, ordered by ARN
 * @param loadBalancers the load balancers of its target groups and listeners, ordered by ARN
 * @param missingLoadBalancers ARNs of those that the inventory lacks
 * @param connectKnown whether the source tells of Service Connect
 * @param connected whether Service Connect is on
 * @param endpoints the ports that it offers through Service Connect
 */
public record EntrySecurity(
    boolean listed,
    List<String> targetGroupArns,
    Map<String, String> targetProtocols,
    List<String> classicLoadBalancers,
    boolean lattice,
    List<ListenerSecurity> listeners,
    List<BalancerSecurity> loadBalancers,
    List<String> missingLoadBalancers,
    boolean connectKnown,
    boolean connected,
    List<ConnectEndpoint> endpoints)
    implements Serializable {
  /** Nothing is known. */
  public static final EntrySecurity UNKNOWN =
      new EntrySecurity(
          false, List.of(), Map.of(), List.of(), false, List.of(), List.of(), List.of(), false,
          false, List.of());

  public EntrySecurity {
    targetGroupArns = List.copyOf(targetGroupArns);
    targetProtocols = Collections.unmodifiableMap(new TreeMap<>(targetProtocols));
    classicLoadBalancers = List.copyOf(classicLoadBalancers);
    listeners = List.copyOf(listeners);
    loadBalancers = List.copyOf(loadBalancers);
    missingLoadBalancers = List.copyOf(missingLoadBalancers);
    endpoints = List.copyOf(endpoints);
  }

  /** Whether a load balancer of any kind is in front of it. */
  public boolean balanced() {
    return !targetGroupArns.isEmpty() || !classicLoadBalancers.isEmpty();
  }
}
