package ecsadvisor.models.cost;

import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.finding.Advice;

/** One question about a service's cost. Implementations hold settings and prices, nothing else. */
public interface CostControl {

  /** The row of the catalogue that it answers, such as {@code COST-01}. */
  String id();

  /** The answer for one service. Never throws for lack of data: that is an answer too. */
  Advice advise(ServiceFacts service);
}
