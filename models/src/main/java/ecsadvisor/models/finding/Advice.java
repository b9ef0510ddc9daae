package ecsadvisor.models.finding;

import ecsadvisor.models.fact.ServiceFacts;
import java.util.List;

/** What a cost control says of a service. Exactly one of four outcomes. */
public sealed interface Advice {

  /** The numbers behind the outcome. */
  List<Evidence> because();

  /**
   * Change something.
   *
   * @param after the service as the change would leave it; what the next control sees
   * @param proposal what to change
   * @param saving what it is worth
   * @param confidence how much history stands behind it
   * @param backtest how it would have done on held-out days
   * @param because the numbers
   */
  record Change(
      ServiceFacts after,
      Proposal proposal,
      Saving saving,
      Confidence confidence,
      BacktestResult backtest,
      List<Evidence> because)
      implements Advice {
    public Change {
      because = List.copyOf(because);
    }
  }

  /** Leave it as it is: the evidence says that nothing is to be gained. */
  record AsIs(ReasonCode reason, Confidence confidence, List<Evidence> because) implements Advice {
    public AsIs {
      because = List.copyOf(because);
    }
  }

  /** The question does not arise for this service. */
  record NotApplicable(ReasonCode reason, List<Evidence> because) implements Advice {
    public NotApplicable {
      because = List.copyOf(because);
    }
  }

  /** Advice withheld: what is known does not settle it. */
  record NoData(List<ReasonCode> reasons, List<Missing> missing, List<Evidence> because)
      implements Advice {
    public NoData {
      reasons = List.copyOf(reasons);
      missing = List.copyOf(missing);
      because = List.copyOf(because);
    }
  }
}
