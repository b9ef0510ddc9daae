package ecsadvisor.jobs.generate.truth;

/**
 * What a control should say of a service.
 *
 * @param verdict the verdict: a cost control fails when it has advice to give
 * @param finding Overprovisioned, Underprovisioned, Optimized or empty
 * @param reason why, in a word
 */
public record Expected(Verdict verdict, String finding, String reason) {

  /** The four verdicts. */
  public enum Verdict {
    PASS,
    FAIL,
    NOT_APPLICABLE,
    NO_DATA
  }

  static Expected pass(String reason) {
    return new Expected(Verdict.PASS, "", reason);
  }

  static Expected fail(String reason) {
    return new Expected(Verdict.FAIL, "", reason);
  }

  static Expected notApplicable(String reason) {
    return new Expected(Verdict.NOT_APPLICABLE, "", reason);
  }

  static Expected noData(String reason) {
    return new Expected(Verdict.NO_DATA, "", reason);
  }
}
