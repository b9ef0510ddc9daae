package ecsadvisor.models.replay;

import ecsadvisor.models.price.TaskSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way to size a service from its history, judged by {@link TraceBacktest}. */
public interface TracePolicy {
  /** The name in the table. */
  String name();

  /**
   * The size for the coming days.
   *
   * @param history the days fitted on, ascending, at least one
   * @param last the size that the policy gave the series last time, or null the first time
   */
  TaskSize size(List<TraceDay> history, @Nullable TaskSize last);
}
