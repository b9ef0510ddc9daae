package ecsadvisor.models.cost;

import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.BacktestResult;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.Saving;
import java.util.List;

/** A service's part in advice about something shared: it stays as it is, the money is elsewhere. */
public final class SharedChange {
  private SharedChange() {}

  /**
   * The change of one service. Its facts have no history: a fleet's view of it has none.
   *
   * @param proposal what to do about it
   */
  public static Advice.Change of(
      FleetService service,
      Window window,
      Proposal proposal,
      Confidence confidence,
      List<Evidence> because) {
    ServiceFacts after =
        new ServiceFacts(
            service.key(),
            window,
            service.profile(),
            service.owner(),
            service.environment(),
            service.config(),
            null,
            Usage.NONE,
            service.requests());
    return new Advice.Change(
        after, proposal, Saving.NONE, confidence, BacktestResult.NONE, because);
  }
}
