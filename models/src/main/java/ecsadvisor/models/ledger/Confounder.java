package ecsadvisor.models.ledger;

/** Why a saving could not be measured. Stable: users filter on these. */
public enum Confounder {
  SIZE_CHANGED("the task size changed beside the advice"),
  ARCHITECTURE_CHANGED("the architecture changed beside the advice"),
  LAUNCH_TYPE_CHANGED("the launch type changed"),
  SPOT_SHARE_CHANGED("the share of Spot changed beside the advice"),
  COMMITMENT_COVERAGE_CHANGED("commitments cover another share than before"),
  LIST_PRICE_CHANGED("the price changed"),
  OTHER_CHANGE("another recommendation for the same resource was done or undone too near"),
  LOAD_CHANGED("the load changed, and the days before do not say how the cost follows it"),
  LOAD_UNKNOWN("it scales by itself, and its load is not known"),
  NO_USAGE("nothing ran in one of the two spans"),
  FEW_DAYS_BEFORE("too few whole weeks of bill before the change"),
  FEW_DAYS_AFTER("too few whole weeks of bill after the change"),
  NOT_MEASURABLE("the cost of the resource does not show this saving");

  private final String sentence;

  Confounder(String sentence) {
    this.sentence = sentence;
  }

  /** What it means, for people. */
  public String sentence() {
    return sentence;
  }
}
