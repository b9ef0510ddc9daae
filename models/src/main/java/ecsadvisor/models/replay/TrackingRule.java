package ecsadvisor.models.replay;

/**
 * A target tracking policy on CPU and how fast it acts.
 *
 * <p>Classic alarms take three one-minute points above the target to scale out and fifteen below 90
 * % of it to scale in; since June 2026 AWS also offers points every 20 seconds. AWS measured 363
 * seconds from the jump of a load to the classic alarm, 86 to the fast one: that is the points plus
 * three minutes, or one, until a point is there.
 *
 * @param target tracked share of the reservation, 0..1
 * @param minimum fewest tasks
 * @param maximum most tasks
 * @param scalesIn whether it also takes tasks away
 * @param pointsOut consecutive points above the target until it scales out
 * @param pointsIn consecutive points below 90 % of the target until it scales in
 * @param delayMinutes minutes until a point is there
 * @param cooldownInMinutes minutes after scaling in without scaling in again
 */
public record TrackingRule(
    double target,
    int minimum,
    int maximum,
    boolean scalesIn,
    int pointsOut,
    int pointsIn,
    int delayMinutes,
    int cooldownInMinutes) {
  /** Share of the target below which it scales in. */
  static final double LOW = 0.9;

  public TrackingRule {
    if (!(target > 0 && target <= 1)) {
      throw new IllegalArgumentException("Target must be in 0..1, not " + target);
    }
    if (minimum < 0 || maximum < Math.max(1, minimum)) {
      throw new IllegalArgumentException("No bounds: " + minimum + " to " + maximum);
    }
  }

  /** The rule with one-minute points. */
  public static TrackingRule classic(
      double target, int minimum, int maximum, int cooldownInMinutes) {
    return new TrackingRule(target, minimum, maximum, true, 3, 15, 3, cooldownInMinutes);
  }

  /** The same bounds and target with points every 20 seconds. */
  public TrackingRule highResolution() {
    return new TrackingRule(target, minimum, maximum, scalesIn, 1, pointsIn, 1, cooldownInMinutes);
  }

  /** The same without scaling in. */
  public TrackingRule withoutScaleIn() {
    return new TrackingRule(
        target, minimum, maximum, false, pointsOut, pointsIn, delayMinutes, cooldownInMinutes);
  }

  /** The same with another largest count. */
  public TrackingRule withMaximum(int other) {
    return new TrackingRule(
        target, minimum, other, scalesIn, pointsOut, pointsIn, delayMinutes, cooldownInMinutes);
  }

  /** Tasks that a demand needs at the target, within the bounds. */
  int count(double demandTasks) {
    double ideal = Math.ceil(demandTasks / target - 1e-9);
    return (int) Math.max(minimum, Math.min(maximum, ideal));
  }
}
