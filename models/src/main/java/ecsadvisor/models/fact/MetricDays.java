package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.List;

/**
 * All days of one metric.
 *
 * @param metric what is measured
 * @param container the container's name; empty for the whole task
 * @param days one entry per day with data, ascending
 */
public record MetricDays(Metric metric, String container, List<DayUsage> days)
    implements Serializable {
  public MetricDays {
    days = List.copyOf(days);
  }
}
