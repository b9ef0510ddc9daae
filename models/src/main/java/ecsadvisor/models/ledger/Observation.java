package ecsadvisor.models.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a run sees of a recommendation that an earlier run gave.
 *
 * @param recommendationId the recommendation
 * @param applied how much of the change the inventory shows
 * @param answer what the control says now; of no account where it repeats the recommendation
 * @param changedOn the day from which the change is in effect, such as that of the deployment; null
 *     where it is not known
 */
public record Observation(
    String recommendationId, Applied applied, Answer answer, @Nullable LocalDate changedOn)
    implements Serializable {

  /** Nothing is known. */
  static Observation none(String recommendationId) {
    return new Observation(recommendationId, Applied.UNKNOWN, Answer.WITHHELD, null);
  }

  /**
   * What an entry's setups say of what runs now.
   *
   * @param now the present {@link Setup}; empty for no inventory
   */
  public static Observation of(
      LedgerEntry entry, String now, Answer answer, @Nullable LocalDate changedOn) {
    return new Observation(
        entry.recommendationId(),
        Setup.compare(entry.formerSetup(), entry.advisedSetup(), now),
        answer,
        changedOn);
  }
}
