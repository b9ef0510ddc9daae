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

  /**
   * Whether that advice decides the verdict of the row. Several controls may answer one row; what
   * does not decide it is a further option, listed as a recommendation only.
   */
  default boolean decides(Advice advice) {
    return true;
  }

  /** The answer for one service. Never throws for lack of data: that is an answer too. */
  Advice advise(ServiceFacts service);
}
