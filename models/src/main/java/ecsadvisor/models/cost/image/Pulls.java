package ecsadvisor.models.cost.image;

import ecsadvisor.models.cost.FleetService;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.TaskRun;
import ecsadvisor.models.stats.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a service's tasks pulled their images. Fargate bills a task from the start of its pull.
 *
 * @param tasks tasks of the inventory whose pull is known
 * @param medianSeconds median of their pulls
 * @param share seconds of pulling over seconds from the start of the pull to the task's end, or to
 *     the reading of the inventory while it runs, 0..1
 */
public record Pulls(int tasks, double medianSeconds, double share) {
  private static final double MILLIS = 1000;

  /** The pulls of a service, or null where the inventory has none. */
  public static @Nullable Pulls of(FleetService service) {
    ServiceConfig config = service.config();
    if (config == null) {
      return null;
    }
    List<Double> pulls = new ArrayList<>();
    double pulled = 0;
    double lived = 0;
    for (TaskRun task : config.layout().tasks()) {
      Instant start = task.pullStartedAt();
      Instant end = task.pullStoppedAt();
      Instant last = task.stoppedAt() == null ? config.collectedAt() : task.stoppedAt();
      if (start == null || end == null || end.isBefore(start) || last.isBefore(end)) {
        continue;
      }
      double seconds = seconds(start, end);
      pulls.add(seconds);
      pulled += seconds;
      lived += seconds(start, last);
    }
    if (pulls.isEmpty() || lived <= 0) {
      return null;
    }
    double[] values = pulls.stream().mapToDouble(Double::doubleValue).toArray();
    return new Pulls(values.length, Quantiles.linear(values, 0.5), pulled / lived);
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / MILLIS;
  }
}
