package ecsadvisor.models.cost;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.Saving;
import java.util.List;

/**
 * Advice about something that is no single service: a capacity provider, a load balancer, a
 * repository, a volume, an account's commitments.
 *
 * @param accountId the account
 * @param region the region; empty for the whole account
 * @param clusterName the cluster; empty where it belongs to none
 * @param resourceType such as Ec2AutoScalingGroup, LoadBalancer, EcrRepository, EbsVolume,
 *     ComputeSavingsPlans, ReservedInstances, Account; the words of AWS's export where it has one
 * @param resourceId its name or id
 * @param resourceArn its ARN; empty where it has none
 * @param currency currency of the saving
 * @param payerAccountId the account that pays; empty without a bill
 * @param owner the owner; empty where not known
 * @param environment the environment; empty likewise
 * @param services the services that it serves, ordered
 * @param proposal what to change
 * @param saving what it is worth
 * @param confidence how much history stands behind it
 * @param because the numbers
 */
public record ResourceAdvice(
    String accountId,
    String region,
    String clusterName,
    String resourceType,
    String resourceId,
    String resourceArn,
    String currency,
    String payerAccountId,
    String owner,
    String environment,
    List<ServiceKey> services,
    Proposal proposal,
    Saving saving,
    Confidence confidence,
    List<Evidence> because) {
  public ResourceAdvice {
    services = List.copyOf(services);
    because = List.copyOf(because);
  }
}
