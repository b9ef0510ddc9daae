package ecsadvisor.jobs.finding;

import ecsadvisor.models.cost.ResourceAdvice;
import ecsadvisor.models.fact.ServiceKey;

/**
 * What a shared resource costs.
 *
 * @param key where it belongs; the service's name is empty, the cluster's too where it serves
 *     several or none
 * @param currency the bill's currency code
 * @param monthlyCost effective cost of a month
 */
public record SharedCost(ServiceKey key, String currency, double monthlyCost) {

  /** Where a resource belongs. */
  static ServiceKey keyOf(ResourceAdvice advice) {
    return new ServiceKey(advice.accountId(), advice.region(), advice.clusterName(), "");
  }
}
