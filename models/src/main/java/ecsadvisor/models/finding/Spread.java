package ecsadvisor.models.finding;

import java.io.Serializable;

/**
 * How sure a saving is: what it is worth a month at the tenth, fiftieth and ninetieth percentile of
 * what may come.
 */
public record Spread(double p10, double p50, double p90) implements Serializable {

  public Spread {
    if (!(p10 <= p50 && p50 <= p90)) {
      throw new IllegalArgumentException("Not in order: " + p10 + ", " + p50 + ", " + p90);
    }
  }

  /** A saving without any doubt. */
  public static Spread certain(double monthly) {
    return new Spread(monthly, monthly, monthly);
  }

  /** The same as multiples of a saving; certain where there is none to measure by. */
  public Spread relativeTo(double monthly) {
    return monthly <= 0 ? certain(1) : new Spread(p10 / monthly, p50 / monthly, p90 / monthly);
  }

  /** So many times as much, at least 0 times. */
  public Spread times(double factor) {
    return new Spread(p10 * factor, p50 * factor, p90 * factor);
  }

  /**
   * A saving that is as likely below as above, and off by more than that share one time in five.
   *
   * @param share half the width of the 80 % interval, as a share of the saving, 0..1
   */
  public static Spread within(double monthly, double share) {
    double half = Math.abs(monthly) * share;
    return new Spread(monthly - half, monthly, monthly + half);
  }
}
