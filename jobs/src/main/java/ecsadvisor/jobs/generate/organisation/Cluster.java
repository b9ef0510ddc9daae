package ecsadvisor.jobs.generate.organisation;

import java.util.List;
import java.util.Set;

/**
 * An ECS cluster.
 *
 * @param account its account
 * @param region its region
 * @param name its name
 * @param flaws what is wrong with the cluster as a whole
 * @param pools its EC2 capacity providers; empty on Fargate
 */
public record Cluster(
    Account account, String region, String name, Set<Flaw> flaws, List<Pool> pools) {
  public Cluster {
    flaws = Set.copyOf(flaws);
    pools = List.copyOf(pools);
  }

  /** The cluster's ARN. */
  public String arn() {
    return arn("ecs", "cluster/" + name);
  }

  /** An ARN in the cluster's account and region. */
  public String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, account.id(), resource);
  }

  /** The availability zones that it uses. */
  public List<String> zones() {
    return List.of(region + "a", region + "b", region + "c");
  }

  /** The pool with that name. */
  public Pool pool(String poolName) {
    for (Pool pool : pools) {
      if (pool.name().equals(poolName)) {
        return pool;
      }
    }
    throw new IllegalArgumentException("Cluster " + name + " has no pool " + poolName);
  }
}
