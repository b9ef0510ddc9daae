package ecsadvisor.models.ledger;

/** The month that savings are stated for: 730 hours, as AWS counts it. */
final class Month {
  static final double DAYS = 730 / 24.0;

  private Month() {}
}
