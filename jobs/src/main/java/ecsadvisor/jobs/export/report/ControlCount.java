package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts of one control, counted over services.
 *
 * @param framework the framework's name
 * @param controlId the control's identifier in it
 * @param title what it asks
 * @param pass rows that pass
 * @param fail rows that fail
 * @param notApplicable rows where the question does not arise
 * @param noData rows that the evidence does not settle, those not implemented among them
 * @param notImplemented rows that no code judges yet
 * @param accepted rows whose failure is accepted for a while; not among {@code fail}
 */
public record ControlCount(
    String framework,
    String controlId,
    String title,
    long pass,
    long fail,
    long notApplicable,
    long noData,
    long notImplemented,
    long accepted) {

  /** By framework and control. */
  static final Comparator<ControlCount> ORDER =
      Comparator.comparing(ControlCount::framework)
          .thenComparing(ControlCount::controlId)
          .thenComparing(ControlCount::title);

  /** The counts of rows of controls.csv, ordered by framework and control. */
  public static List<ControlCount> of(Collection<ControlRow> rows) {
    Map<List<String>, ControlCount> counts = new HashMap<>();
    for (ControlRow row : rows) {
      List<String> control = List.of(row.framework(), row.controlId(), row.title());
      counts.merge(control, one(row), ControlCount::plus);
    }
    return counts.values().stream().sorted(ORDER).toList();
  }

  /** Services judged over those to which the question applies, or null where there are none. */
  @Nullable Double coverage() {
    long judged = pass + fail + accepted;
    long applicable = judged + noData;
    return applicable == 0 ? null : (double) judged / applicable;
  }

  /** Services that pass over those judged, or null where there are none. */
  @Nullable Double score() {
    long judged = pass + fail;
    return judged == 0 ? null : (double) pass / judged;
  }

  ControlCount plus(ControlCount other) {
    return new ControlCount(
        framework,
        controlId,
        title,
        pass + other.pass,
        fail + other.fail,
        notApplicable + other.notApplicable,
        noData + other.noData,
        notImplemented + other.notImplemented,
        accepted + other.accepted);
  }

  private static ControlCount one(ControlRow row) {
    Verdict verdict = Verdict.valueOf(row.verdict());
    boolean isNotImplemented = row.reasonCodes().contains(ReasonCode.NOT_IMPLEMENTED.code());
    return new ControlCount(
        row.framework(),
        row.controlId(),
        row.title(),
        verdict == Verdict.PASS ? 1 : 0,
        verdict == Verdict.FAIL && !row.suppressed() ? 1 : 0,
        verdict == Verdict.NOT_APPLICABLE ? 1 : 0,
        verdict == Verdict.NO_DATA ? 1 : 0,
        isNotImplemented ? 1 : 0,
        row.suppressed() ? 1 : 0);
  }
}
