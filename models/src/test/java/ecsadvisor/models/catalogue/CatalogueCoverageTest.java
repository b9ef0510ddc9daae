package ecsadvisor.models.catalogue;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.cost.CostControl;
import ecsadvisor.models.cost.CostControls;
import ecsadvisor.models.cost.CostSettings;
import ecsadvisor.models.cost.FleetControls;
import ecsadvisor.models.cost.spot.InstancePools;
import ecsadvisor.models.price.BillRates;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.SecurityChecks;
import ecsadvisor.models.security.SecuritySettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Catalogue and code say the same: what the one names, the other has. */
class CatalogueCoverageTest {

  private final Catalogue catalogue = Catalogue.load();

  private static List<CostControl> costControls() {
    return CostControls.inOrder(
        CostSettings.defaults(), PriceBook.shipped(), BillRates.NONE, InstancePools.NONE);
  }

  @Test
  void theDesignHasFortyTwoRows() {
    Map<Framework, Integer> counts = new TreeMap<>();
    for (Framework framework : Framework.values()) {
      counts.put(framework, catalogue.of(framework).size());
    }
    assertEquals(
        Map.of(
            Framework.ECS_COST_2024, 10,
            Framework.AWS_FSBP_1_0_0, 8,
            Framework.NIST_800_53_R5, 8,
            Framework.CSA_CCM_4_0_10, 8,
            Framework.AWS_SECURITY_HUB_2_0, 8,
            Framework.SECURITY_HUB_CURRENT, 18),
        counts);
  }

  @Test
  void codeAnswersEveryRow() {
    assertEquals(
        List.of(),
        catalogue.controls().stream()
            .filter(control -> !control.implemented())
            .map(Control::identifier)
            .toList());
  }

  @Test
  void everyCheckThatARowNamesIsListedAndTested() {
    Set<String> listed = new HashSet<>();
    costControls().forEach(control -> listed.add(control.getClass().getSimpleName()));
    FleetControls.of(CostSettings.defaults(), PriceBook.shipped())
        .inOrder()
        .forEach(control -> listed.add(control.getClass().getSimpleName()));
    securityChecks().forEach(check -> listed.add(check.getClass().getSimpleName()));
    List<String> missing = new ArrayList<>();
    for (Control control : catalogue.controls()) {
      for (String check : both(control.checks(), control.advisory())) {
        if (!listed.contains(check)) {
          missing.add(control.identifier() + " names " + check + ", which no list has");
        }
        if (!hasTest(check)) {
          missing.add(check + " has no test class " + check + "Test");
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void everyListedControlAnswersARow() {
    for (CostControl listed : costControls()) {
      assertTrue(
          catalogue.of(Framework.ECS_COST_2024).stream()
              .anyMatch(
                  row ->
                      row.identifier().equals(listed.id())
                          && row.checks().contains(listed.getClass().getSimpleName())),
          listed.id());
    }
  }

  @Test
  void identifiersAreUniqueAndEveryRowIsComplete() {
    Set<String> seen = new HashSet<>();
    for (Control control : catalogue.controls()) {
      String name = control.framework() + "/" + control.identifier();
      assertTrue(seen.add(name), name);
      assertTrue(!control.title().isBlank() && !control.description().isBlank(), name);
      assertTrue(!control.implementation().isBlank() && !control.needs().isEmpty(), name);
      assertTrue(Set.of("IaC", "User", "Platform").contains(control.owner()), name);
    }
  }

  @Test
  void everyListedCheckServesARow() {
    Set<String> asked = new HashSet<>();
    for (Control control : catalogue.controls()) {
      asked.addAll(both(control.checks(), control.advisory()));
    }
    for (Check check : securityChecks()) {
      assertTrue(asked.contains(check.getClass().getSimpleName()), check.id());
    }
  }

  @Test
  void everyCheckSaysWhatItMeansAndReads() {
    Set<String> ids = new HashSet<>();
    for (Check check : securityChecks()) {
      assertTrue(ids.add(check.id()), check.id());
      assertTrue(check.id().matches("[a-z0-9]+(-[a-z0-9]+)+"), check.id());
      assertTrue(!check.needs().isEmpty(), check.id());
      assertTrue(check.statement().matches("[A-Z].*[^.]"), check.id() + ": " + check.statement());
      assertTrue(check.remedy().matches("(?s)[A-Z].*\\."), check.id() + ": " + check.remedy());
    }
  }

  @Test
  void securityRowsNeedWhatTheirChecksRead() {
    Map<String, Check> checks = new TreeMap<>();
    securityChecks().forEach(check -> checks.put(check.getClass().getSimpleName(), check));
    for (Control control : catalogue.controls()) {
      if (control.framework() == Framework.ECS_COST_2024) {
        continue;
      }
      TreeSet<String> read = new TreeSet<>();
      for (String name : control.checks()) {
        read.addAll(requireNonNull(checks.get(name), name).needs());
      }
      if (!control.attestation().isEmpty()) {
        read.add("attestations");
      }
      assertEquals(List.copyOf(read), control.needs(), control.identifier());
    }
  }

  private static List<Check> securityChecks() {
    return SecurityChecks.all(SecuritySettings.defaults());
  }

  private static List<String> both(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static boolean hasTest(String check) {
    return Stream.concat(
            Stream.of("ecsadvisor.models.cost"),
            securityChecks().stream()
                .filter(listed -> listed.getClass().getSimpleName().equals(check))
                .map(listed -> listed.getClass().getPackageName()))
        .anyMatch(name -> exists(name + "." + check + "Test"));
  }

  private static boolean exists(String className) {
    try {
      Class.forName(className);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
