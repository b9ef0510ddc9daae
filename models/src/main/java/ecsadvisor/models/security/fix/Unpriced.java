package ecsadvisor.models.security.fix;

/**
 * A fix that costs money by prices that the price file does not have. It is no free fix: its high
 * figure does not hold all of it.
 *
 * @param effort how much work
 * @param what is paid for
 */
record Unpriced(Effort effort, String what) implements FixPricer {
  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, check, service, prices);
    estimate.unbounded(what);
    return estimate.made("not priced", effort);
  }
}
