package ecsadvisor.jobs.generate.organisation;

/**
 * An EC2 instance of a pool over the hours that it ran.
 *
 * @param cluster its cluster
 * @param pool its pool
 * @param slot its place in the pool
 * @param id such as {@code i-0123456789abcdef0}
 * @param firstHour first hour
 * @param endHour hour after the last
 */
public record Instance(
    Cluster cluster, Pool pool, int slot, String id, int firstHour, int endHour) {

  /** Its availability zone. */
  public String zone() {
    return cluster.zones().get(slot % cluster.zones().size());
  }

  /** Its type. */
  public InstanceType type() {
    return InstanceType.of(pool.instanceType());
  }

  /** Whether a Reserved Instance covers it. */
  public boolean reserved() {
    return slot < pool.reserved();
  }

  /** The id of its container instance. */
  public String containerInstanceId(long seed) {
    return Seeds.hex(32, seed, "container-instance", id);
  }
}
