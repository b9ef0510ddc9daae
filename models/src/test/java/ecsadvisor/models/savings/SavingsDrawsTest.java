package ecsadvisor.models.savings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Spread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SavingsDrawsTest {
  private static Waterfall saving(String service, double cost, double saving, Spread relative) {
    return Waterfall.of(
        new Pool(
            new ServiceKey("111122223333", "us-east-1", "prod", service),
            "USD",
            cost,
            List.of(new Pool.Rate(Lever.RIGHT_SIZE, cost, saving, saving / cost, relative)),
            List.of()));
  }

  private static SavingsDraws draws(List<Waterfall> waterfalls) {
    SavingsDraws draws = new SavingsDraws();
    waterfalls.forEach(draws::add);
    return draws;
  }

  @Test
  void certainSavingsStayCertain() {
    Spread spread = draws(List.of(saving("web", 200, 50, Spread.certain(1)))).total();
    assertEquals(Spread.certain(50), spread);
  }

  @Test
  void sumOfManyIsSurerThanEachOfThem() {
    List<Waterfall> many = new ArrayList<>();
    for (int service = 0; service < 100; service++) {
      many.add(saving("s" + service, 1000, 100, new Spread(0.5, 1, 1.5)));
    }
    Spread spread = draws(many).of(Lever.RIGHT_SIZE);
    assertEquals(10_000, spread.p50(), 600);
    // Adding the p10s would say 5,000; the doubt in common alone, sqrt(0.3) of it, says 7,261.
    assertEquals(10_000 - 5000 * Math.sqrt(0.3), spread.p10(), 600);
    assertTrue(spread.p90() > 12_000 && spread.p90() < 13_500, spread.toString());
  }

  @Test
  void orderOfThePoolsChangesNothing() {
    List<Waterfall> pools = new ArrayList<>();
    for (int service = 0; service < 20; service++) {
      pools.add(saving("s" + service, 100 + service, 30, new Spread(0.2, 1, 1.1)));
    }
    Spread inOrder = draws(pools).total();
    Collections.reverse(pools);
    assertEquals(inOrder.p10(), draws(pools).total().p10(), 1e-6);
  }

  @Test
  void noSavingIsNoSpread() {
    assertEquals(Spread.certain(0), new SavingsDraws().total());
    assertEquals(Spread.certain(0), new SavingsDraws().of(Lever.PACK));
  }

  @Test
  void drawsNeverGoAboveTheCost() {
    Spread spread = draws(List.of(saving("web", 100, 90, new Spread(0.1, 1, 5)))).total();
    assertTrue(spread.p90() <= 100, spread.toString());
  }
}
