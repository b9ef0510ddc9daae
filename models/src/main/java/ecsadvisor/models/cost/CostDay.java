package ecsadvisor.models.cost;

import ecsadvisor.models.fact.UsageKind;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * One day of one kind of charge of a service.
 *
 * @param day the UTC day
 * @param usageKind what was paid for
 * @param effective effective cost in 10<sup>-10</sup> currency units
 * @param usageAmount usage in 10<sup>-9</sup> of its unit
 */
public record CostDay(LocalDate day, UsageKind usageKind, long effective, long usageAmount)
    implements Serializable {}
