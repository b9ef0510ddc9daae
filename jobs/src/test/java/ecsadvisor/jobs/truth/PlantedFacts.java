package ecsadvisor.jobs.truth;

import ecsadvisor.jobs.fact.Inventory;
import ecsadvisor.jobs.fact.InventoryFacts;
import ecsadvisor.jobs.fact.InventoryResource;
import ecsadvisor.jobs.fact.PlantedSpend;
import ecsadvisor.jobs.fact.PlantedUsage;
import ecsadvisor.jobs.generate.Statements;
import ecsadvisor.jobs.generate.inventory.InventoryWriter;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.source.attestation.AttestationFile;
import ecsadvisor.jobs.source.inventory.InventoryFolder;
import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.fact.HourlyMetric;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.fact.security.Attestations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What the job's readers and folds make of a generated organisation, got without Spark; only the
 * inventory, which is small, goes through files.
 */
record PlantedFacts(
    Organisation organisation,
    Window window,
    Inventory inventory,
    PlantedSpend bill,
    SortedMap<ServiceKey, Spend> spend,
    SortedMap<ServiceKey, Usage> usage,
    List<HourlyMetric> balancers,
    Attestations attestations) {
  private static final int LOOKBACK_DAYS = 32;

  /**
   * The facts.
   *
   * @param folder an empty folder for the inventory
   */
  static PlantedFacts of(Organisation organisation, Path folder) throws IOException {
    Fleet fleet = Fleet.of(organisation);
    Window window = new Window(organisation.timeline().lastDay(), LOOKBACK_DAYS);
    InventoryWriter.write(organisation, fleet, folder);
    Inventory inventory = InventoryFacts.assemble(InventoryFolder.items(folder));
    List<InventoryResource> known = inventory.resources();
    PlantedSpend bill = PlantedSpend.of(organisation, fleet, known, window);
    return new PlantedFacts(
        organisation,
        window,
        inventory,
        bill,
        bill.perService(),
        PlantedUsage.of(organisation, fleet, window),
        PlantedUsage.balancers(organisation, window),
        attestations(organisation, folder));
  }

  private static Attestations attestations(Organisation organisation, Path folder)
      throws IOException {
    Statements.write(organisation, folder);
    Set<String> controls =
        Catalogue.load().controls().stream().map(Control::identifier).collect(Collectors.toSet());
    String text = Files.readString(folder.resolve("attestations.yaml"));
    return AttestationFile.read(text, "attestations.yaml", controls);
  }
}
