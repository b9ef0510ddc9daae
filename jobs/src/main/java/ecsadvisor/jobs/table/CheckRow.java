package ecsadvisor.jobs.table;

/** A row of checks.csv: the answer of one check for one service, however many rows ask for it. */
public record CheckRow(
    String check,
    String accountId,
    String region,
    String clusterName,
    String serviceName,
    String verdict,
    String requiredBy,
    String reasonCodes,
    String evidence,
    String missing,
    String basis,
    String statement,
    String serviceArn) {}
