package ecsadvisor.jobs.source.bill;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a file's statistics say of a text column.
 *
 * @param values smallest and largest value (one where they are equal, none where all are null)
 * @param nulls whether some lines have no value
 * @param known whether the statistics are complete; if not, other values may occur
 */
public record TextRange(SortedSet<String> values, boolean nulls, boolean known) {
  static final TextRange UNKNOWN = new TextRange(new TreeSet<>(), true, false);

  public TextRange {
    values = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }

  /** Both ranges together. */
  TextRange with(TextRange other) {
    SortedSet<String> all = new TreeSet<>(values);
    all.addAll(other.values);
    return new TextRange(all, nulls || other.nulls, known && other.known);
  }

  /** The one value that every line has, or null where lines may differ. */
  @Nullable String constant() {
    return known && !nulls && values.size() == 1 ? values.first() : null;
  }

  /** Whether a value may occur in both. */
  boolean mayOverlap(TextRange other) {
    if (!known || !other.known || values.isEmpty() || other.values.isEmpty()) {
      return true;
    }
    return values.first().compareTo(other.values.last()) <= 0
        && other.values.first().compareTo(values.last()) <= 0;
  }
}
