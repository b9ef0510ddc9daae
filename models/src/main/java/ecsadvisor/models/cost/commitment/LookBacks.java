package ecsadvisor.models.cost.commitment;

/**
 * The histories that a commitment must pay on: the last days, some more, and all.
 *
 * @param shortDays days of the shortest
 * @param middleDays days of the next
 */
public record LookBacks(int shortDays, int middleDays) {

  /** The least of the optima: what would have paid whichever history the future follows. */
  double commitment(CommitmentCurve curve) {
    double least = curve.optimum();
    least = Math.min(least, curve.last(shortDays * 24).optimum());
    return Math.min(least, curve.last(middleDays * 24).optimum());
  }

  /** The lowest utilization of a commitment in any of them. */
  double worstUtilization(CommitmentCurve curve, double commitment) {
    double worst = curve.at(commitment).utilization();
    worst = Math.min(worst, curve.last(shortDays * 24).at(commitment).utilization());
    return Math.min(worst, curve.last(middleDays * 24).at(commitment).utilization());
  }

  /** Whether the commitment pays in each of them. */
  boolean pays(CommitmentCurve curve, double commitment) {
    return curve.at(commitment).saved() >= 0
        && curve.last(shortDays * 24).at(commitment).saved() >= 0
        && curve.last(middleDays * 24).at(commitment).saved() >= 0;
  }
}
