package ecsadvisor.jobs.generate.organisation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A company with accounts, clusters and services.
 *
 * @param seed what all its random numbers come from
 * @param timeline the days that its files cover
 * @param payer the account that pays
 * @param services its services; deleted ones too
 */
public record Organisation(long seed, Timeline timeline, Account payer, List<Service> services) {
  public Organisation {
    services = List.copyOf(services);
  }

  /** Its clusters, in the order of their first service. */
  public List<Cluster> clusters() {
    Set<Cluster> clusters = new LinkedHashSet<>();
    for (Service service : services) {
      clusters.add(service.cluster());
    }
    return List.copyOf(clusters);
  }

  /** Its accounts, the payer first. */
  public List<Account> accounts() {
    Set<Account> accounts = new LinkedHashSet<>();
    accounts.add(payer);
    for (Cluster cluster : clusters()) {
      accounts.add(cluster.account());
    }
    return List.copyOf(accounts);
  }

  /** The pairs of account and region in which it has clusters, as one cluster of each. */
  public List<Cluster> places() {
    Set<String> seen = new LinkedHashSet<>();
    List<Cluster> places = new ArrayList<>();
    for (Cluster cluster : clusters()) {
      if (seen.add(cluster.account().id() + "/" + cluster.region())) {
        places.add(cluster);
      }
    }
    return places;
  }

  /** The services of an account and region. */
  public List<Service> servicesIn(Cluster place) {
    return services.stream()
        .filter(service -> service.cluster().account().equals(place.account()))
        .filter(service -> service.cluster().region().equals(place.region()))
        .toList();
  }

  /** The services that still exist. */
  public List<Service> living() {
    return services.stream().filter(service -> service.alive(timeline)).toList();
  }
}
