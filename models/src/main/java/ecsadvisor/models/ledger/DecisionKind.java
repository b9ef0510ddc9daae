package ecsadvisor.models.ledger;

import org.jspecify.annotations.Nullable;

/** What can be decided of a recommendation. */
public enum DecisionKind {
  IN_PROGRESS("InProgress"),
  DISMISSED("Dismissed"),
  SNOOZED("Snoozed");

  private final String label;

  DecisionKind(String label) {
    this.label = label;
  }

  /** The word in the decisions file. */
  public String label() {
    return label;
  }

  /** The kind of a word of the decisions file, in any letter case; null for another word. */
  public static @Nullable DecisionKind of(String word) {
    for (DecisionKind kind : values()) {
      if (kind.label.equalsIgnoreCase(word.strip())) {
        return kind;
      }
    }
    return null;
  }
}
