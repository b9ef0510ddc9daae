package ecsadvisor.models.cost.packing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who has instances of its own: a task with all rights of its host, or in its host's network, can
 * reach every other task there. What an owner with such tasks runs shares no instance with other
 * owners; where no tag names the owner, such a service shares none with anybody. Daemons are on
 * every instance anyway.
 *
 * @param groups the group of each service that has one, by the service's name
 */
record Isolation(Map<String, String> groups) {
  Isolation {
    groups = Collections.unmodifiableMap(new TreeMap<>(groups));
  }

  /**
   * The groups of a pool.
   *
   * @param shared whether such tasks may share instances with other owners
   */
  static Isolation of(Pool pool, boolean shared) {
    Map<String, String> groups = new TreeMap<>();
    List<PoolService> services = new ArrayList<>(pool.services());
    services.removeIf(PoolService::isDaemon);
    boolean oneOwner =
        services.stream().map(Isolation::owner).distinct().count() <= 1
            && services.stream().noneMatch(service -> owner(service).isEmpty());
    if (shared || oneOwner) {
      return new Isolation(groups);
    }
    for (PoolService service : services) {
      if (service.reachesItsHost() && owner(service).isEmpty()) {
        groups.put(name(service), "service " + name(service));
      }
    }
    List<String> owners =
        services.stream()
            .filter(PoolService::reachesItsHost)
            .map(Isolation::owner)
            .filter(owner -> !owner.isEmpty())
            .toList();
    for (PoolService service : services) {
      if (owners.contains(owner(service))) {
        groups.put(name(service), "owner " + owner(service));
      }
    }
    return new Isolation(groups);
  }

  /** The group of a service; empty where it shares instances with all others. */
  String group(PoolService service) {
    return groups.getOrDefault(name(service), "");
  }

  private static String owner(PoolService service) {
    return service.service().owner();
  }

  private static String name(PoolService service) {
    return service.service().key().serviceName();
  }
}
