package ecsadvisor.models.cost;

/** The rules of the profiles, in US dollars a month at the prices of us-east-1. */
final class SizeRules {
  /** Half the risk value: development and test. */
  static final SizeRule DEV = new SizeRule(0.95, 7, 0.25, 1.05, 0.90, 10, 20, 0.1, 3, 2);

  /** The default. */
  static final SizeRule PROD = new SizeRule(0.95, 7, 0.25, 1.05, 0.90, 20, 40, 0.2, 3, 2);

  /** Twice the risk value and a higher memory floor. */
  static final SizeRule CRITICAL = new SizeRule(0.95, 7, 0.25, 1.10, 0.90, 40, 80, 0.4, 3, 2);

  private SizeRules() {}
}
