package ecsadvisor.models.security.fix;

import ecsadvisor.models.finding.Evidence;
import java.util.List;

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
    return new FixCost(
        check,
        check,
        Range.ZERO,
        Range.ZERO,
        "",
        0,
        0,
        false,
        "not priced",
        List.of(new Evidence("not_priced", what)),
        "",
        effort,
        prices.book().currency());
  }
}
