package ecsadvisor.models.iam;

/** Whether policies let a role do something. */
public enum Access {
  /** They do. */
  ALLOWED,
  /** What is known of them does not tell. */
  UNDECIDED,
  /** They do not. */
  DENIED;

  /** Both are needed. */
  public Access and(Access other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** One of them is enough. */
  public Access or(Access other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
