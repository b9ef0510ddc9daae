package ecsadvisor.models.cost;

/**
 * What a task needs by the rule.
 *
 * @param vcpu CPU that the risk is measured from (C), in vCPU
 * @param vcpuFloor CPU that the size must have, at least C
 * @param memoryMiB the highest memory seen (M), in MiB
 * @param usualPeakMiB the usual daily peak of memory (U), at most M
 */
record SizeNeed(double vcpu, double vcpuFloor, double memoryMiB, double usualPeakMiB) {}
