package ecsadvisor.models.ledger;

/** What can change about a resource and its price between two spans of days. */
enum Aspect {
  SIZE,
  ARCHITECTURE,
  LAUNCH_TYPE,
  SPOT_SHARE,
  COMMITMENT_COVERAGE,
  LIST_PRICE
}
