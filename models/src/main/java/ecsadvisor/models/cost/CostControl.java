package ecsadvisor.models.cost;

import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Lever;

/** One question about a service's cost. Implementations hold settings and prices, nothing else. */
public interface CostControl {

  /** What its savings are counted as, and when. */
  Lever lever();

  /** The row of the catalogue that it answers, such as {@code COST-01}. */
  default String id() {
    return lever().controlId();
  }

  /** Whether its advice makes the row fail; advice of one that does not is a further option. */
  default boolean decidesVerdict() {
    return true;
  }

  /** The answer for one service. Never throws for lack of data: that is an answer too. */
  Advice advise(ServiceFacts service);
}
