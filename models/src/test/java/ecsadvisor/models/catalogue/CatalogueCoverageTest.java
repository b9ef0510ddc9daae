package ecsadvisor.models.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.cost.CostControl;
import ecsadvisor.models.cost.CostControls;
import ecsadvisor.models.cost.CostSettings;
import ecsadvisor.models.cost.FleetControls;
import ecsadvisor.models.cost.spot.InstancePools;
import ecsadvisor.models.price.BillRates;
import ecsadvisor.models.price.PriceBook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Catalogue and code say the same: what the one names, the other has. */
class CatalogueCoverageTest {

  /** Rows that no code answers yet. A row leaves this list when its check is written. */
  private static final Set<String> NOT_YET_ANSWERED = new TreeSet<>();

  static {
    for (Framework framework : Framework.values()) {
      if (framework != Framework.ECS_COST_2024) {
        Catalogue.load().of(framework).stream()
            .map(control -> framework + "/" + control.identifier())
            .forEach(NOT_YET_ANSWERED::add);
      }
    }
  }

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
  void everyRowThatNoCodeAnswersIsNamed() {
    Set<String> unanswered = new TreeSet<>();
    for (Control control : catalogue.controls()) {
      if (!control.implemented()) {
        unanswered.add(control.framework() + "/" + control.identifier());
      }
    }
    assertEquals(NOT_YET_ANSWERED, unanswered);
  }

  @Test
  void everyCheckThatARowNamesIsListedAndTested() {
    Set<String> listed = new HashSet<>();
    costControls().forEach(control -> listed.add(control.getClass().getSimpleName()));
    FleetControls.of(CostSettings.defaults(), PriceBook.shipped())
        .inOrder()
        .forEach(control -> listed.add(control.getClass().getSimpleName()));
    List<String> missing = new ArrayList<>();
    for (Control control : catalogue.controls()) {
      for (String check : control.checks()) {
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

  private static boolean hasTest(String check) {
    try {
      Class.forName("ecsadvisor.models.cost." + check + "Test");
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
