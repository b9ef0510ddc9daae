package ecsadvisor.models.ledger;

import java.io.Serializable;

/**
 * A recommendation that could be among the decisions of the week.
 *
 * @param resourceArn what it changes, which has one owner; it is changed once a week at most
 * @param name service, or what else is changed, without the environment it is in
 * @param monthlySaving what it is expected to save, calibrated
 */
public record Candidate(
    String recommendationId,
    String resourceArn,
    String name,
    String owner,
    String environment,
    String action,
    String currency,
    double monthlySaving)
    implements Serializable {

  /**
   * The candidate of an entry.
   *
   * @param monthlySaving what it is expected to save, calibrated
   */
  public static Candidate of(LedgerEntry entry, double monthlySaving) {
    Subject subject = entry.subject();
    return new Candidate(
        subject.recommendationId(),
        subject.resourceArn(),
        subject.serviceName().isEmpty() ? subject.resourceArn() : subject.serviceName(),
        subject.owner(),
        subject.environment(),
        subject.action(),
        subject.currency(),
        monthlySaving);
  }
}
