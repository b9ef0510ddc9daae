package ecsadvisor.models.ledger;

import ecsadvisor.models.price.Rates;

/** The month that savings are stated for: 730 hours, as AWS counts it. */
final class Month {
  static final double DAYS = Rates.HOURS_PER_MONTH / 24;

  private Month() {}
}
