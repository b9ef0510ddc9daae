package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Account.Watch;
import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the inventory: a folder for each account and region, a file for each family of kinds.
 *
 * <p>Flow logs are not asked for in accounts that only have a budget, so that what rests on them
 * shows as "no data" there.
 */
public final class InventoryWriter {
  private InventoryWriter() {}

  /** Writes the files under the root. */
  public static void write(Organisation organisation, Fleet fleet, Path root) throws IOException {
    Set<String> accounts = new HashSet<>();
    String collectedAt = organisation.timeline().collectedAt().toString();
    for (Cluster place : organisation.places()) {
      Envelopes envelopes = new Envelopes(place, collectedAt);
      boolean firstPlace = accounts.add(place.account().id());
      List<Service> services =
          organisation.servicesIn(place).stream()
              .filter(service -> service.alive(organisation.timeline()))
              .toList();
      new EcsInventory(organisation, fleet, envelopes).add(services);
      ScalingInventory.add(organisation, envelopes, services);
      new BalancerInventory(organisation, envelopes).add(services);
      ImageInventory.add(organisation, envelopes, services);
      new NetworkInventory(organisation, fleet, envelopes).add(services);
      Storage.add(organisation, envelopes, services);
      Stacks.add(organisation, envelopes, services);
      new AuditInventory(organisation, envelopes).add(services, firstPlace);
      if (firstPlace) {
        Identities.add(organisation, envelopes);
      }
      boolean partly = place.account().budgets() == Watch.BUDGET_ONLY;
      envelopes.write(
          root, firstPlace, partly ? EnumSet.of(Kind.EC2_FLOW_LOG) : EnumSet.noneOf(Kind.class));
    }
  }
}
