package ecsadvisor.models.security;

import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.Verdict;
import java.io.Serializable;
import java.util.List;

/**
 * The answer of a framework's row for a service.
 *
 * @param control the row
 * @param verdict the answer
 * @param basis what it rests on
 * @param suppressed whether a failure is accepted for a while; it counts in no score then
 * @param reasons why, each once
 * @param failed ids of the required checks that fail, in the row's order
 * @param because the facts, in reading order
 * @param missing what would settle what is open, also beside a failure
 */
public record ControlVerdict(
    Control control,
    Verdict verdict,
    CheckResult.Basis basis,
    boolean suppressed,
    List<CheckReason> reasons,
    List<String> failed,
    List<Evidence> because,
    List<Missing> missing)
    implements Serializable {
  public ControlVerdict {
    reasons = List.copyOf(reasons);
    failed = List.copyOf(failed);
    because = List.copyOf(because);
    missing = List.copyOf(missing);
  }
}
