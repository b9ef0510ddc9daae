package ecsadvisor.models.cost;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.replay.ScalingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures behind an advice on scaling. */
final class ScalingEvidence {
  private final ScalingCase scaling;
  private final List<Evidence> evidence = new ArrayList<>();

  ScalingEvidence(ScalingCase scaling) {
    this.scaling = scaling;
  }

  /** What is known of the load. */
  List<Evidence> load() {
    add("tasks_now", "%.2f", scaling.now().meanTasks());
    add(
        "peak_to_mean",
        "%.2f (95th percentile of hourly demand over its mean)",
        scaling.peakToMean());
    double correlation = scaling.requestCorrelation();
    if (!Double.isNaN(correlation)) {
      add("cpu_follows_requests", "%.2f (correlation)", correlation);
    }
    add("hottest_task_over_mean", "%.2f", scaling.hottestOverMean());
    if (scaling.censoredShare() > 0) {
      add(
          "minutes_at_cpu_limit",
          "%.2f %%; demand taken as %.2f times",
          100 * scaling.censoredShare(),
          scaling.settings().censoredDemandFactor());
    }
    saturated("saturated_minutes_now", scaling.now());
    return evidence;
  }

  /** Adds a figure. */
  void add(String name, String format, Object... values) {
    evidence.add(new Evidence(name, String.format(Locale.ROOT, format, values)));
  }

  /** Adds the saturated minutes of an outcome. */
  void saturated(String name, ScalingOutcome outcome) {
    add(
        name,
        "%d of %d (%.3f %%)",
        outcome.saturatedMinutes(),
        outcome.minutes(),
        100 * outcome.saturatedShare());
  }
}
