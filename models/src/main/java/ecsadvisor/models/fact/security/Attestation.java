package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a person states of a control where no file proves it.
 *
 * @param control the control's identifier, such as {@code AC-2}
 * @param check the check's id; empty for the control as a whole
 * @param scope an account, an ARN of a cluster or service that may hold {@code *}, or {@code all}
 * @param statedVerdict PASS, FAIL or NOT_APPLICABLE
 * @param statement the statement
 * @param evidenceRef document or ticket that backs it
 * @param attestedBy who states it
 * @param attestedOn when
 * @param expiresOn the last day on which it holds
 * @param type what kind of statement it is
 */
public record Attestation(
    String control,
    String check,
    String scope,
    StatedVerdict statedVerdict,
    String statement,
    String evidenceRef,
    String attestedBy,
    LocalDate attestedOn,
    LocalDate expiresOn,
    Type type)
    implements Serializable {
  /** What is stated. */
  public enum StatedVerdict {
    PASS,
    FAIL,
    NOT_APPLICABLE
  }

  /** Kinds of statements. */
  public enum Type {
    /** A policy or procedure is in force. */
    POLICY,
    /** Something was reviewed. */
    REVIEW,
    /** A failure is accepted for a while: it stays a failure, shown as suppressed. */
    EXCEPTION,
    /** The provider answers for it. */
    INHERITED
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(attestedOn) && !day.isAfter(expiresOn);
  }
}
