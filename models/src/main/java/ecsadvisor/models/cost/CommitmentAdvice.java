package ecsadvisor.models.cost;

import ecsadvisor.models.cost.commitment.CommitmentOption;
import java.util.List;

/**
 * What to commit to.
 *
 * @param advice the answer for each service, and the purchase of each payer
 * @param options all options of all payers; those of a payer exclude each other
 */
public record CommitmentAdvice(FleetAdvice advice, List<CommitmentOption> options) {
  public CommitmentAdvice {
    options = List.copyOf(options);
  }
}
