package ecsadvisor.jobs.source.utilization;

import ecsadvisor.models.fact.Metric;

/**
 * Which series a point belongs to. Mutable so that looking one up makes no garbage; only copies are
 * kept in tables.
 */
final class SeriesKey {
  String accountId = "";
  String region = "";
  String clusterName = "";
  String serviceName = "";
  String container = "";
  String taskId = "";
  UsageSource source = UsageSource.CLOUDWATCH;
  Metric metric = Metric.CPU_SHARE;

  SeriesKey service(String account, String place, String cluster, String service) {
    accountId = account;
    region = place;
    clusterName = cluster;
    serviceName = service;
    container = "";
    taskId = "";
    return this;
  }

  SeriesKey task(String containerName, String task) {
    container = containerName;
    taskId = task;
    return this;
  }

  SeriesKey metric(UsageSource from, Metric what) {
    source = from;
    metric = what;
    return this;
  }

  SeriesKey copy() {
    return new SeriesKey()
        .service(accountId, region, clusterName, serviceName)
        .task(container, taskId)
        .metric(source, metric);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeriesKey key
        && metric == key.metric
        && source == key.source
        && serviceName.equals(key.serviceName)
        && clusterName.equals(key.clusterName)
        && accountId.equals(key.accountId)
        && region.equals(key.region)
        && container.equals(key.container)
        && taskId.equals(key.taskId);
  }

  @Override
  public int hashCode() {
    int hash = serviceName.hashCode();
    hash = 31 * hash + clusterName.hashCode();
    hash = 31 * hash + accountId.hashCode();
    hash = 31 * hash + region.hashCode();
    hash = 31 * hash + container.hashCode();
    hash = 31 * hash + taskId.hashCode();
    return 31 * hash + 31 * metric.hashCode() + source.hashCode();
  }
}
