package ecsadvisor.models.cost;

/**
 * One question about what services share: a cluster's instances, an account's load balancers, a
 * payer's commitments. Implementations hold settings and prices, nothing else.
 */
public interface FleetControl {

  /** The row of the catalogue that it answers, such as {@code COST-06}. */
  String id();

  /** The answer for every service and every shared resource. Never throws for lack of data. */
  FleetAdvice advise(Fleet fleet);
}
