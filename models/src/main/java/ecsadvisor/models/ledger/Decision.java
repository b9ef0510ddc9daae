package ecsadvisor.models.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the decisions file.
 *
 * @param reason why; AWS Trusted Advisor's codes do well for dismissals: non_critical_account,
 *     temporary_account, valid_business_case, other_methods_available, low_priority,
 *     not_applicable, other
 * @param until the first day on which a snoozed or dismissed recommendation is back, or the day by
 *     which one in progress is to be done; null for none
 * @param author who decided
 * @param decidedOn the day of the decision
 */
public record Decision(
    String recommendationId,
    DecisionKind kind,
    String reason,
    @Nullable LocalDate until,
    String author,
    LocalDate decidedOn)
    implements Serializable {}
