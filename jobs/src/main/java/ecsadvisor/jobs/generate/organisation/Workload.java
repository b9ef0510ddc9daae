package ecsadvisor.jobs.generate.organisation;

/**
 * How busy the tasks of a service are, as shares of their reservation.
 *
 * @param shape the rhythm
 * @param cpuQuiet CPU share at level 0
 * @param cpuPeak CPU share at level 1
 * @param memoryQuiet memory share at level 0
 * @param memoryPeak memory share at level 1
 * @param noise relative noise of CPU from one period to the next
 */
public record Workload(
    Shape shape,
    double cpuQuiet,
    double cpuPeak,
    double memoryQuiet,
    double memoryPeak,
    double noise) {

  /** The same rhythm on tasks whose reservation is another multiple. */
  Workload scaled(double cpuFactor, double memoryFactor) {
    return new Workload(
        shape,
        cpuQuiet * cpuFactor,
        cpuPeak * cpuFactor,
        memoryQuiet * memoryFactor,
        memoryPeak * memoryFactor,
        noise);
  }
}
