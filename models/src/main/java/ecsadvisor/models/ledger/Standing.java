package ecsadvisor.models.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a recommendation stands, why, and on whose word.
 *
 * @param since last day of the run that brought it there
 * @param note reason of the decision that holds, in its author's words; empty without one
 * @param author who decided; empty where nobody did
 * @param decidedOn day of the decision that holds; null without one
 * @param blockedUntil first day on which a snoozed or dismissed one is back, or the day by which
 *     one in progress is to be done; null for none
 * @param estimateThen monthly saving that was known when it was decided; null without a decision
 * @param spentThrough decisions up to this day no longer count; null where all do
 */
public record Standing(
    Status status,
    StatusReason reason,
    LocalDate since,
    String note,
    String author,
    @Nullable LocalDate decidedOn,
    @Nullable LocalDate blockedUntil,
    @Nullable Double estimateThen,
    @Nullable LocalDate spentThrough)
    implements Serializable {

  /** A standing that no decision brought about. */
  static Standing of(
      Status status, StatusReason reason, LocalDate since, @Nullable LocalDate spentThrough) {
    return new Standing(status, reason, since, "", "", null, null, null, spentThrough);
  }

  /** The same with a status and reason of its own; a status that stays keeps its day. */
  Standing to(Status other, StatusReason why, LocalDate asOf) {
    return new Standing(
        other,
        why,
        other == status ? since : asOf,
        note,
        author,
        decidedOn,
        blockedUntil,
        estimateThen,
        spentThrough);
  }

  /** The same without a decision; those up to a day are spent. */
  Standing undecided(@Nullable LocalDate spent) {
    return of(status, reason, since, spent);
  }

  /** What tables print: the code, and after it the decision's own words. */
  public String text() {
    String code = reason == StatusReason.NONE ? "" : reason.name();
    if (note.isEmpty()) {
      return code;
    }
    return code.isEmpty() ? note : code + ": " + note;
  }
}
