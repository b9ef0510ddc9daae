package ecsadvisor.models.fact;

/** How a line of usage was bought. */
public enum PurchaseOption {
  ON_DEMAND,
  SPOT,
  SAVINGS_PLAN,
  RESERVED,
  /** Not usage: a fee, tax, credit or refund. */
  NONE
}
