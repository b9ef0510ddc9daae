package ecsadvisor.jobs.fact;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ecsadvisor.jobs.generate.SmallOrganisation;
import ecsadvisor.jobs.generate.inventory.InventoryWriter;
import ecsadvisor.jobs.generate.organisation.Account.Watch;
import ecsadvisor.jobs.generate.organisation.Archetype;
import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Networks;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.Attestations;
import ecsadvisor.models.fact.security.BillEvidence;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.SecurityChecks;
import ecsadvisor.models.security.SecuritySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the checks of network and entry say of the story's services. */
class GeneratedNetworkTest {
  @TempDir static Path folder;
  private static Inventory inventory = InventoryFacts.assemble(List.of());
  private static Organisation organisation = SmallOrganisation.of(7);

  @BeforeAll
  static void assemble() throws IOException {
    InventoryWriter.write(organisation, Fleet.of(organisation), folder);
    ObjectMapper json = new ObjectMapper();
    List<InventoryItem> items = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        for (String line : Files.readAllLines(file)) {
          JsonNode envelope = json.readTree(line);
          items.add(
              new InventoryItem(
                  envelope.path("kind").asText(),
                  envelope.path("accountId").asText(),
                  envelope.path("region").asText(),
                  Instant.parse(envelope.path("collectedAt").asText()),
                  envelope.path("arn").asText(),
                  InventoryItem.Origin.API,
                  envelope.path("body").toString()));
        }
      }
    }
    inventory = InventoryFacts.assemble(items);
  }

  /** The services to which a check answers so, ordered. */
  private static List<String> answered(String check, Verdict verdict) {
    Check asked =
        SecurityChecks.all(SecuritySettings.defaults()).stream()
            .filter(one -> one.id().equals(check))
            .findFirst()
            .orElseThrow();
    TreeSet<String> names = new TreeSet<>();
    for (ServiceKey key : inventory.security().keySet()) {
      if (asked.judge(facts(key)).verdict() == verdict) {
        names.add(key.serviceName());
      }
    }
    return List.copyOf(names);
  }

  private static SecurityFacts facts(ServiceKey key) {
    return new SecurityFacts(
        key,
        "",
        "",
        List.of("owner", "team"),
        LocalDate.of(2026, 11, 2),
        requireNonNull(inventory.services().get(key)),
        requireNonNull(inventory.security().get(key)),
        Attestations.NONE,
        BillEvidence.NONE);
  }

  /** The services of the inventory that the story made so, ordered. */
  private static List<String> planted(Predicate<Service> so) {
    return organisation.services().stream()
        .filter(service -> service.archetype() != Archetype.DELETED)
        .filter(so)
        .map(Service::name)
        .sorted()
        .toList();
  }

  @Test
  void plantedWeaknessesOfNetworksFailAndNothingElseDoes() {
    Map<String, Flaw> failing =
        Map.of(
            "no-public-address", Flaw.PUBLIC_IP,
            "private-subnets", Flaw.PUBLIC_IP,
            "security-groups-closed", Flaw.OPEN_SECURITY_GROUP,
            "not-default-security-group", Flaw.DEFAULT_SECURITY_GROUP,
            "flow-logs-active", Flaw.NO_FLOW_LOGS);
    failing.forEach(
        (check, flaw) -> {
          List<String> expected = planted(service -> service.has(flaw));
          assertFalse(expected.isEmpty(), check);
          assertEquals(expected, answered(check, Verdict.FAIL), check);
        });
  }

  @Test
  void flowLogsOfAnAccountWithoutTheExportAreOpen() {
    assertEquals(
        planted(service -> service.cluster().account().budgets() == Watch.BUDGET_ONLY),
        answered("flow-logs-active", Verdict.NO_DATA));
  }

  @Test
  void plantedWeaknessesOfLoadBalancersFailEveryServiceBehindThem() {
    assertEquals(
        planted(service -> behind(service, Flaw.HTTP_LISTENER) || behind(service, Flaw.OLD_TLS)),
        answered("listeners-encrypted", Verdict.FAIL));
    assertEquals(
        planted(service -> behind(service, Flaw.NO_WAF)),
        answered("web-acl-attached", Verdict.FAIL));
  }

  private static boolean behind(Service service, Flaw flaw) {
    return !service.loadBalancer().isEmpty()
        && organisation.services().stream()
            .filter(other -> !other.loadBalancer().isEmpty() && other.has(flaw))
            .anyMatch(
                other ->
                    Networks.loadBalancerArn(organisation, other)
                        .equals(Networks.loadBalancerArn(organisation, service)));
  }

  @Test
  void workersWithoutListenerAndVolumeNeedAStatement() {
    assertEquals(
        planted(service -> service.loadBalancer().isEmpty() && !service.fileSystem()),
        answered("transit-stated", Verdict.NO_DATA));
  }

  @Test
  void thePathsOutOfEveryVpcAreKnown() {
    inventory
        .security()
        .forEach(
            (key, security) -> {
              assertTrue(security.network().pathsKnown(), key.toString());
              assertEquals(1, security.network().natGateways().size(), key.toString());
            });
  }
}
