package ecsadvisor.models.cost.spot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.CapacityProviderItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpotShareTest {
  @Test
  void theBaseIsFilledFirst() {
    List<CapacityProviderItem> strategy =
        List.of(
            new CapacityProviderItem("FARGATE", 2, 0),
            new CapacityProviderItem("FARGATE_SPOT", 0, 1));
    assertEquals(6 / 8.0, SpotShare.of(strategy, 8), 1e-12);
    assertEquals(0, SpotShare.of(strategy, 1.5), 1e-12);
  }

  @Test
  void whatTheBaseLeavesIsSplitByTheWeights() {
    List<CapacityProviderItem> strategy =
        List.of(
            new CapacityProviderItem("FARGATE", 2, 1),
            new CapacityProviderItem("FARGATE_SPOT", 0, 3));
    assertEquals(8 * 0.75 / 10, SpotShare.of(strategy, 10), 1e-12);
  }

  @Test
  void aBaseOnSpotCountsAsSpot() {
    List<CapacityProviderItem> strategy =
        List.of(
            new CapacityProviderItem("FARGATE_SPOT", 3, 0),
            new CapacityProviderItem("FARGATE", 0, 1));
    assertEquals(3 / 12.0, SpotShare.of(strategy, 12), 1e-12);
  }

  @Test
  void noTasksNoStrategyAndNoWeightsAreNotOnSpot() {
    List<CapacityProviderItem> spot = List.of(new CapacityProviderItem("FARGATE_SPOT", 0, 1));
    assertEquals(0, SpotShare.of(spot, 0));
    assertEquals(0, SpotShare.of(List.of(), 4));
    assertEquals(0, SpotShare.of(List.of(new CapacityProviderItem("FARGATE_SPOT", 0, 0)), 4));
  }

  @Test
  void otherProvidersCountWhereTheCallerSaysSo() {
    List<CapacityProviderItem> strategy =
        List.of(
            new CapacityProviderItem("general", 1, 0),
            new CapacityProviderItem("general-spot", 0, 1));
    assertEquals(0.75, SpotShare.of(strategy, 4, "general-spot"::equals), 1e-12);
  }
}
