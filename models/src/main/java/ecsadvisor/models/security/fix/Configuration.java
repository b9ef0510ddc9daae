package ecsadvisor.models.security.fix;

import ecsadvisor.models.finding.Evidence;
import java.util.List;

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
    return new FixCost(
        check,
        check,
        Range.ZERO,
        Range.ZERO,
        "",
        0,
        0,
        true,
        "",
        note.isEmpty() ? List.of() : List.of(new Evidence("note", note)),
        "",
        effort,
        prices.book().currency());
  }
}
