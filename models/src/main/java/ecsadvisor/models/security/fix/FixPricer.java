package ecsadvisor.models.security.fix;

/** Says what the fix of a failed check costs or saves. */
interface FixPricer {
  /** The price of the fix for a service. */
  FixCost price(String check, FixFacts service, FixPrices prices);
}
