package ecsadvisor.models.ledger;

/** How much of a change the inventory shows. */
public enum Applied {
  /** All of it, or more. */
  FULLY,
  /** Some of it. */
  PARTLY,
  /** None: it is as it was. */
  NOT,
  /** The resource is gone, though deleting it was not the advice. */
  GONE,
  /** Nothing is known: no inventory, or one older than the advice. */
  UNKNOWN
}
