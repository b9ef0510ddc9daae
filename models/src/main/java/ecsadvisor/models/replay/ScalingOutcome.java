package ecsadvisor.models.replay;

/**
 * What a number of tasks would have meant.
 *
 * @param minutes minutes counted
 * @param taskMinutes minutes of tasks paid for in them
 * @param saturatedMinutes minutes in which the hottest task wanted more CPU than it had
 * @param cappedMinutes minutes in which the target asked for more tasks than the largest count
 * @param hourTasks mean number of tasks paid for in each hour; NaN where no minute was counted
 */
@SuppressWarnings("ArrayRecordComponent") // 768 hours of each service; nobody compares them
public record ScalingOutcome(
    int minutes, double taskMinutes, int saturatedMinutes, int cappedMinutes, double[] hourTasks) {

  /** Mean number of tasks; 0 without minutes. */
  public double meanTasks() {
    return minutes == 0 ? 0 : taskMinutes / minutes;
  }

  /** Share of the minutes that were saturated, 0..1. */
  public double saturatedShare() {
    return minutes == 0 ? 0 : (double) saturatedMinutes / minutes;
  }

  /** Share of the minutes in which the largest count held it back, 0..1. */
  public double cappedShare() {
    return minutes == 0 ? 0 : (double) cappedMinutes / minutes;
  }

  /** Counts an outcome up. */
  static final class Count {
    private final double[] hourSums;
    private final int[] hourMinutes;
    private int minutes;
    private double taskMinutes;
    private int saturated;
    private int capped;

    Count(int length) {
      hourSums = new double[(length + 59) / 60];
      hourMinutes = new int[hourSums.length];
    }

    void add(int minute, double tasks, boolean isSaturated, boolean isCapped) {
      minutes++;
      taskMinutes += tasks;
      saturated += isSaturated ? 1 : 0;
      capped += isCapped ? 1 : 0;
      hourSums[minute / 60] += tasks;
      hourMinutes[minute / 60]++;
    }

    int saturatedMinutes() {
      return saturated;
    }

    ScalingOutcome outcome() {
      double[] hourTasks = new double[hourSums.length];
      for (int hour = 0; hour < hourTasks.length; hour++) {
        hourTasks[hour] = hourMinutes[hour] == 0 ? Double.NaN : hourSums[hour] / hourMinutes[hour];
      }
      return new ScalingOutcome(minutes, taskMinutes, saturated, capped, hourTasks);
    }
  }
}
