package ecsadvisor.models.cost.spot;

/**
 * One hour of a service.
 *
 * @param tasks mean number of running tasks, above 0
 * @param cpuShare mean CPU of all tasks over what they reserve; NaN where not known
 */
public record TaskHour(double tasks, double cpuShare) {}
