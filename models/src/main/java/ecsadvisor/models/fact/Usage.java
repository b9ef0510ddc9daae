package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.List;

/**
 * What the telemetry says of one service.
 *
 * @param metrics at most one entry per metric and container, ordered by both
 */
public record Usage(List<MetricDays> metrics) implements Serializable {
  public static final Usage NONE = new Usage(List.of());

  public Usage {
    metrics = List.copyOf(metrics);
  }

  /** The days of a metric of the whole task; empty where there is none. */
  public List<DayUsage> days(Metric metric) {
    return days(metric, "");
  }

  /** The days of a metric of one container; empty where there is none. */
  public List<DayUsage> days(Metric metric, String container) {
    for (MetricDays days : metrics) {
      if (days.metric() == metric && days.container().equals(container)) {
        return days.days();
      }
    }
    return List.of();
  }
}
