package ecsadvisor.models.security.fix;

/**
 * A fix that nothing is paid for: configuration and the work of making it.
 *
 * @param effort how much work
 * @param note what else is to be known; empty for nothing
 */
record Configuration(Effort effort, String note) implements FixPricer {
  Configuration(Effort effort) {
    this(effort, "");
  }

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, check, service, prices);
    if (!note.isEmpty()) {
      estimate.note("note", note);
    }
    return estimate.made("", effort);
  }
}
