package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * Requests that reached a service through its load balancers on one day.
 *
 * @param day the UTC day
 * @param hours requests in each hour 0..23; NaN where an hour has no data
 */
public record RequestDay(LocalDate day, List<Double> hours) implements Serializable {
  public RequestDay {
    hours = List.copyOf(hours);
  }
}
