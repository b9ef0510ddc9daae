package ecsadvisor.models.cost.commitment;

/**
 * What it would have cost to follow the advice on days that it had not seen: cost with the
 * commitment that was sized before them, less the least cost that any commitment could have had on
 * them, as a share of their on-demand cost.
 *
 * @param heldOutDays days judged; 0 where the history is too short to hold any out
 * @param share the regret of the least of the look-backs' optima
 * @param lastDaysShare the same of the plain optimum of the last 30 days, as AWS fits it
 */
public record Regret(int heldOutDays, double share, double lastDaysShare) {
  /** Nothing held out. */
  public static final Regret UNKNOWN = new Regret(0, 0, 0);

  private static final int AWS_DAYS = 30;
  private static final int LEAST_DAYS = 7;

  /** Holds out the last third of the days, at most 30. */
  static Regret of(CommitmentCurve curve, LookBacks lookBacks) {
    int days = curve.hours() / 24;
    int heldOut = Math.min(AWS_DAYS, days / 3);
    if (heldOut < LEAST_DAYS) {
      return UNKNOWN;
    }
    CommitmentCurve seen = curve.part(0, (days - heldOut) * 24);
    CommitmentCurve rest = curve.last(heldOut * 24);
    double demand = rest.at(0).total();
    if (demand <= 0) {
      return UNKNOWN;
    }
    double least = rest.cost(rest.optimum());
    double ours = rest.cost(lookBacks.commitment(seen));
    double lastDays = rest.cost(seen.last(AWS_DAYS * 24).optimum());
    return new Regret(heldOut, (ours - least) / demand, (lastDays - least) / demand);
  }
}
