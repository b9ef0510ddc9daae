package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer.
 *
 * @param accountId the account
 * @param region the region
 * @param arn its ARN
 * @param name its name
 * @param type application, network or gateway
 * @param scheme internet-facing or internal
 * @param vpcId its VPC
 * @param subnetIds its subnets, sorted
 * @param availabilityZones its zones, sorted
 * @param securityGroups its security groups, sorted
 * @param tags its tags
 * @param createdAt when it was made, or null
 * @param listeners number of listeners
 * @param rules number of rules, default rules excluded
 * @param certificates number of certificates, default ones excluded
 * @param hostsAndPaths what its rules match, each as {@code host|path}, sorted; {@code *} stands
 *     for any
 * @param listenerPorts the ports, sorted
 * @param webAclArn its web ACL; empty for none or not known
 * @param idleTimeoutSeconds its idle timeout, or null where not known
 * @param targetGroups its target groups, by ARN
 * @param rulesKnown whether listeners, rules and target groups are all there
 */
public record LoadBalancer(
    String accountId,
    String region,
    String arn,
    String name,
    String type,
    String scheme,
    String vpcId,
    List<String> subnetIds,
    List<String> availabilityZones,
    List<String> securityGroups,
    List<Tag> tags,
    @Nullable Instant createdAt,
    int listeners,
    int rules,
    int certificates,
    List<String> hostsAndPaths,
    List<Integer> listenerPorts,
    String webAclArn,
    @Nullable Integer idleTimeoutSeconds,
    List<TargetGroup> targetGroups,
    boolean rulesKnown)
    implements Serializable {
  public LoadBalancer {
    subnetIds = List.copyOf(subnetIds);
    availabilityZones = List.copyOf(availabilityZones);
    securityGroups = List.copyOf(securityGroups);
    tags = List.copyOf(tags);
    hostsAndPaths = List.copyOf(hostsAndPaths);
    listenerPorts = List.copyOf(listenerPorts);
    targetGroups = List.copyOf(targetGroups);
  }

  /** The ARN's last part, as CloudWatch's dimension has it: {@code app/shop/50dc6c495c0c9188}. */
  public String dimension() {
    int at = arn.indexOf(":loadbalancer/");
    return at < 0 ? arn : arn.substring(at + ":loadbalancer/".length());
  }
}
