package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.DailyCostRow;
import ecsadvisor.jobs.table.DailyUtilizationRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.models.fact.ServiceKey;

/** Which service a row speaks of. */
final class Names {
  private Names() {}

  static ServiceKey key(ServiceRow row) {
    return new ServiceKey(row.accountId(), row.region(), row.clusterName(), row.serviceName());
  }

  static ServiceKey key(RecommendationRow row) {
    return new ServiceKey(row.accountId(), row.region(), row.clusterName(), row.serviceName());
  }

  static ServiceKey key(DailyCostRow row) {
    return new ServiceKey(row.accountId(), row.region(), row.clusterName(), row.serviceName());
  }

  static ServiceKey key(DailyUtilizationRow row) {
    return new ServiceKey(row.accountId(), row.region(), row.clusterName(), row.serviceName());
  }

  /** Where it runs, for the small line below its name. */
  static String place(ServiceKey key) {
    return "%s · %s · %s".formatted(key.clusterName(), key.accountId(), key.region());
  }

  static String owner(String owner) {
    return owner.isBlank() ? "no owner tag" : owner;
  }
}
