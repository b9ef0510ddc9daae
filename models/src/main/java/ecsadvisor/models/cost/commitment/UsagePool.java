package ecsadvisor.models.cost.commitment;

/**
 * What one family of an account and region would still pay on demand, hour by hour, after every
 * other lever.
 */
public final class UsagePool {
  private final String accountId;
  private final String region;
  private final String family;
  private final double[] uncovered;
  private final double[] own;
  private final double covered;
  private final double level;

  /**
   * A pool.
   *
   * @param family FARGATE, LAMBDA or an EC2 family
   * @param uncovered by hour: cost on demand at the price that is really paid
   * @param own by hour: the part of it that belongs to ECS
   * @param covered list price of what commitments cover already, over all hours
   * @param level price that is really paid on demand over list price
   */
  UsagePool(
      String accountId,
      String region,
      String family,
      double[] uncovered,
      double[] own,
      double covered,
      double level) {
    this.accountId = accountId;
    this.region = region;
    this.family = family;
    this.uncovered = uncovered;
    this.own = own;
    this.covered = covered;
    this.level = level;
  }

  /** The account that uses it. */
  public String accountId() {
    return accountId;
  }

  /** Its region. */
  public String region() {
    return region;
  }

  /** FARGATE, LAMBDA or an EC2 family. */
  public String family() {
    return family;
  }

  /** Cost on demand of all hours. */
  public double total() {
    double sum = 0;
    for (double hour : uncovered) {
      sum += hour;
    }
    return sum;
  }

  /** What commitments cover already, at the price that would be paid on demand. */
  public double covered() {
    return covered * level;
  }

  double uncovered(int hour) {
    return uncovered[hour];
  }

  double own(int hour) {
    return own[hour];
  }

  double level() {
    return level;
  }
}
