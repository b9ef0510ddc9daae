package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * The newest backup of a resource.
 *
 * @param at when it was made
 * @param readAt when the list of backups was read; {@link Instant#EPOCH} where nothing says
 */
public record RecoveryPoint(Instant at, Instant readAt) implements Serializable {
  /** Whether it was at most so old when it was read. */
  public boolean within(int days, Instant otherwiseReadAt) {
    Instant read = readAt.equals(Instant.EPOCH) ? otherwiseReadAt : readAt;
    return Duration.between(at, read).compareTo(Duration.ofDays(days)) <= 0;
  }
}
