package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.fixture.FleetServices;
import ecsadvisor.models.cost.packing.LeverCosts;
import ecsadvisor.models.cost.packing.PackedPool;
import ecsadvisor.models.fact.ServiceKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstancePoolsTest {
  private static final LeverCosts COSTS = new LeverCosts(100, 100, 60, 70, 60, 50, 42, 30);

  private static PackedPool pool(String provider, boolean advised) {
    return new PackedPool(
        "1",
        "eu-west-1",
        "c",
        provider,
        "USD",
        List.of(),
        advised,
        List.of(new PackedPool.Row("a", "m5.large", 10, 7, 100, 70, 65, 0.1, 1)),
        100,
        70,
        65,
        0,
        COSTS);
  }

  @Test
  void packingThatIsNotAdvisedIsNotCounted() {
    List<Double> costs =
        InstancePools.of(List.of(pool("p", false)), List.of()).get(0).costBySubset();
    assertEquals(List.of(100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0), costs);
  }

  @Test
  void providersOfAClusterAreOnePool() {
    List<InstancePool> pools =
        InstancePools.of(List.of(pool("p", true), pool("q", false)), List.of());
    assertEquals(1, pools.size());
    assertEquals(200, pools.get(0).monthlyCost());
    assertEquals(170, pools.get(0).costBySubset().get(4));
  }

  @Test
  void spotIsCreditedWithWhatItSavesTheServicesAlone() {
    // Priced over the whole instances Spot takes 40 off; the services' own part is 10 of it.
    var service = FleetServices.ec2After(new ServiceKey("1", "eu-west-1", "c", "a"), 50, 40);
    List<Double> costs =
        InstancePools.of(List.of(pool("p", true)), List.of(service)).get(0).costBySubset();
    assertEquals(90, costs.get(2), 1e-9);
    assertEquals(70 - 0.25 * (70 - 42), costs.get(6), 1e-9);
    assertEquals(50 - 0.25 * (50 - 30), costs.get(7), 1e-9);
  }
}
