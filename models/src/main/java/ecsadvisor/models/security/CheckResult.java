package ecsadvisor.models.security;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.Verdict;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer of a check for a service.
 *
 * @param verdict the answer
 * @param basis what it rests on
 * @param suppressed whether a failure is accepted for a while
 * @param reasons why
 * @param because the facts, in reading order
 * @param missing what would settle a {@code NO_DATA}
 */
public record CheckResult(
    Verdict verdict,
    Basis basis,
    boolean suppressed,
    List<CheckReason> reasons,
    List<Evidence> because,
    List<Missing> missing)
    implements Serializable {
  public CheckResult {
    reasons = List.copyOf(reasons);
    because = List.copyOf(because);
    missing = List.copyOf(missing);
  }

  /** It holds, as the configuration shows. */
  public static CheckResult pass(Evidence... because) {
    return of(Verdict.PASS, List.of(), List.of(because));
  }

  /** It does not hold, as the configuration shows. */
  public static CheckResult fail(CheckReason reason, Evidence... because) {
    return of(Verdict.FAIL, List.of(reason), List.of(because));
  }

  /** The question does not arise for this service. */
  public static CheckResult notApplicable(CheckReason reason, Evidence... because) {
    return of(Verdict.NOT_APPLICABLE, List.of(reason), List.of(because));
  }

  /**
   * It cannot be told.
   *
   * @param input what is missing, such as {@code ec2-subnet}
   * @param remedy the export or statement that would settle it
   */
  public static CheckResult noData(
      CheckReason reason, String input, String remedy, Evidence... because) {
    return new CheckResult(
        Verdict.NO_DATA,
        Basis.CONFIG,
        false,
        List.of(reason),
        List.of(because),
        List.of(new Missing(input, remedy)));
  }

  /** An answer on configuration with nothing missing. */
  public static CheckResult of(Verdict verdict, List<CheckReason> reasons, List<Evidence> because) {
    return new CheckResult(verdict, Basis.CONFIG, false, reasons, because, List.of());
  }

  /** The same answer on another basis. */
  public CheckResult on(Basis other) {
    return new CheckResult(verdict, other, suppressed, reasons, because, missing);
  }

  /** The same failure, accepted for a while. */
  public CheckResult accepted(List<Evidence> statement) {
    List<Evidence> all = new ArrayList<>(because);
    all.addAll(statement);
    return new CheckResult(verdict, basis, true, reasons, all, missing);
  }

  /** The same answer with a further reason. */
  public CheckResult because(CheckReason reason) {
    List<CheckReason> all = new ArrayList<>(reasons);
    all.add(reason);
    return new CheckResult(verdict, basis, suppressed, all, because, missing);
  }

  /** The same answer with further facts. */
  public CheckResult with(List<Evidence> facts) {
    List<Evidence> all = new ArrayList<>(because);
    all.addAll(facts);
    return new CheckResult(verdict, basis, suppressed, reasons, all, missing);
  }

  /** What an answer rests on. */
  public enum Basis {
    /** Configuration that an API described. */
    CONFIG,
    /** Usage in the bill. */
    BILL,
    /** A person's statement. */
    ATTESTED,
    /** The provider's responsibility, as a person states with reference to its report. */
    INHERITED
  }
}
