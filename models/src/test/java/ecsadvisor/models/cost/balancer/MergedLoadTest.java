package ecsadvisor.models.cost.balancer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.cost.ShareLoadBalancers;
import ecsadvisor.models.fixture.BalancerFleet;
import ecsadvisor.models.price.ResourceBill;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class MergedLoadTest {
  private static List<SharedBalancer> balancers(BalancerFleet builder) {
    Fleet fleet = builder.facts();
    ResourceBill bill = new ResourceBill(fleet.resources(), fleet.window());
    return List.copyOf(
        new SharedBalancers(fleet, bill, ShareLoadBalancers.Settings.defaults()).all().values());
  }

  @Property(tries = 50)
  void mergingNeverNeedsLessThanTheBusiestNorSavesMoreThanTheRest(
      @ForAll @DoubleRange(max = 9) double night,
      @ForAll @DoubleRange(max = 9) double day,
      @ForAll @DoubleRange(max = 1e6) double requests,
      @ForAll @IntRange(max = 90) int rules) {
    MergedLoad load =
        MergedLoad.of(
            balancers(
                BalancerFleet.fleet()
                    .balancer("one", new BalancerFleet.Shape().rules(rules))
                    .balancer("other")
                    .metric("one", "ConsumedLCUs", night, day)
                    .metric("other", "ConsumedLCUs", day, night)
                    .requests("one", requests)
                    .requests("other", 1)));
    assertTrue(load.least() <= load.together() + 1e-9, "max of each hour is at most the sum");
    assertTrue(load.most() >= load.together() - 1e-9, "no unit is promised away");
    assertTrue(load.growth() >= 0 && load.relief() >= 0);
  }
}
