package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read of an account and region: by this, an absent item is told from one that nobody
 * looked for.
 *
 * @param complete kinds that were read completely, those of the account as a whole included
 * @param collectedAt when each kind was read last, by kind
 */
public record Collected(Set<String> complete, Map<String, Instant> collectedAt)
    implements Serializable {
  /** Nothing was read. */
  public static final Collected NOTHING = new Collected(Set.of(), Map.of());

  public Collected {
    complete = Set.copyOf(complete);
    collectedAt = Map.copyOf(collectedAt);
  }

  /** Whether everything of that kind was read, so that what is absent does not exist. */
  public boolean complete(String kind) {
    return complete.contains(kind);
  }

  /** When that kind was read, or null where it was not. */
  public @Nullable Instant at(String kind) {
    return collectedAt.get(kind);
  }
}
