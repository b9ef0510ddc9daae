package ecsadvisor.models.cost.spot;

import ecsadvisor.models.fact.ServiceLayout;
import ecsadvisor.models.fact.TaskRun;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.stats.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the sample of tasks tells of starts and ends.
 *
 * @param tasks number of tasks in the sample
 * @param interruptions how many of them Spot took back
 * @param startSeconds median time from asking for a task until it ran; NaN without any
 * @param runSeconds median time that a task ran which ended by itself; NaN without any
 */
record PastRuns(int tasks, int interruptions, double startSeconds, double runSeconds) {
  private static final Set<String> INTERRUPTED = Set.of("SpotInterruption", "TerminationNotice");
  private static final String FINISHED = "EssentialContainerExited";

  static PastRuns of(ServiceLayout layout) {
    List<Double> starts = new ArrayList<>();
    List<Double> runs = new ArrayList<>();
    int interruptions = 0;
    for (TaskRun run : layout.tasks()) {
      Instant created = run.createdAt();
      Instant started = run.startedAt();
      Instant stopped = run.stoppedAt();
      if (created != null && started != null && !started.isBefore(created)) {
        starts.add((double) Duration.between(created, started).toSeconds());
      }
      boolean finished = run.stopCode().equals(FINISHED);
      if (finished && started != null && stopped != null && !stopped.isBefore(started)) {
        runs.add((double) Duration.between(started, stopped).toSeconds());
      }
      interruptions += INTERRUPTED.contains(run.stopCode()) ? 1 : 0;
    }
    return new PastRuns(layout.tasks().size(), interruptions, median(starts), median(runs));
  }

  List<Evidence> evidence() {
    if (tasks == 0) {
      return List.of(new Evidence("spot_interruptions_seen", "not known, no tasks in inventory"));
    }
    List<Evidence> because = new ArrayList<>();
    because.add(new Evidence("spot_interruptions_seen", interruptions + " of " + tasks + " tasks"));
    if (!Double.isNaN(startSeconds)) {
      because.add(
          new Evidence("task_start_median", String.format(Locale.ROOT, "%.0f s", startSeconds)));
    }
    if (!Double.isNaN(runSeconds)) {
      because.add(
          new Evidence("task_run_median", String.format(Locale.ROOT, "%.0f s", runSeconds)));
    }
    return because;
  }

  private static double median(List<Double> values) {
    return values.isEmpty()
        ? Double.NaN
        : Quantiles.linear(values.stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
  }
}
