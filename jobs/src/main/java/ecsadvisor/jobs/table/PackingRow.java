package ecsadvisor.jobs.table;

/**
 * A row of packing.csv: the instances of one type in one pool, now and as packing would have it.
 */
public record PackingRow(
    String accountId,
    String region,
    String clusterName,
    String capacityProvider,
    String availabilityZone,
    String instanceType,
    int instancesNow,
    int instancesProposed,
    @Decimals(2) double monthlyCostNow,
    @Decimals(2) double monthlyCostProposed,
    @Decimals(2) double lowerBoundCost,
    @Decimals(4) double gap,
    int headroomInstances,
    String currency) {}
