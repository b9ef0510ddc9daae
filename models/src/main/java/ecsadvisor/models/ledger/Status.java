package ecsadvisor.models.ledger;

/** Where a recommendation stands. */
public enum Status {
  /** Advised, nothing decided. */
  OPEN("Open", true),
  /** Somebody works on it, or part of it is done. */
  IN_PROGRESS("InProgress", true),
  /** What runs now shows the change; the bill has not proved it yet. */
  IMPLEMENTED("Implemented", false),
  /** The bill after the change was measured against the bill before. */
  VERIFIED("Verified", false),
  /** Decided against. */
  DISMISSED("Dismissed", false),
  /** Put off until a day. */
  SNOOZED("Snoozed", true),
  /** No longer advised, without having been done. */
  EXPIRED("Expired", false),
  /** Was done, then undone, or is advised again. */
  REGRESSED("Regressed", true);

  private final String label;
  private final boolean waits;

  Status(String label, boolean waits) {
    this.label = label;
    this.waits = waits;
  }

  /** The word that tables print and decisions use. */
  public String label() {
    return label;
  }

  /** Whether its saving is still to be had, so that its age counts. */
  public boolean waits() {
    return waits;
  }

  /** Whether it was done and holds. */
  public boolean isDone() {
    return this == IMPLEMENTED || this == VERIFIED;
  }
}
