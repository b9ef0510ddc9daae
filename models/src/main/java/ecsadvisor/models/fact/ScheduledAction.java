package ecsadvisor.models.fact;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled action of a scalable target.
 *
 * @param name its name
 * @param schedule at(…), rate(…) or cron(…)
 * @param timezone IANA name; UTC where the action says none
 * @param minCapacity fewest tasks from then on, or null where it stays
 * @param maxCapacity most tasks from then on, or null likewise
 */
public record ScheduledAction(
    String name,
    String schedule,
    String timezone,
    @Nullable Integer minCapacity,
    @Nullable Integer maxCapacity)
    implements Serializable {}
