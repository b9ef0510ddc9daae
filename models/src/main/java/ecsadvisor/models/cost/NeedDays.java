package ecsadvisor.models.cost;

/**
 * The figures of a history that the rule reads, one per day with data.
 *
 * @param cpuP99 each day's 99th percentile of the hottest task, in vCPU
 * @param recentCpuP99 those of the last days, a part of {@code cpuP99}; may be empty
 * @param memoryMaxMiB each day's highest memory of the hottest task
 * @param meanVcpu mean CPU in use by all tasks of the service
 */
@SuppressWarnings("ArrayRecordComponent") // short-lived input of one computation
record NeedDays(double[] cpuP99, double[] recentCpuP99, double[] memoryMaxMiB, double meanVcpu) {}
