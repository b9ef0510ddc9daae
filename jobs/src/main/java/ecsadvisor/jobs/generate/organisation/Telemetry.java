package ecsadvisor.jobs.generate.organisation;

/** In which form a service's utilization is exported. */
public enum Telemetry {
  /** GetMetricData bodies in five-minute periods. */
  METRIC_DATA,
  /** The same until the stream began, then metric-stream records each minute. */
  METRIC_STREAM,
  /** GetMetricData bodies, and Container Insights events per container for the last days. */
  CONTAINER_INSIGHTS,
  /** Nothing. */
  NONE
}
