package ecsadvisor.models.cost;

import ecsadvisor.models.cost.spot.InstancePools;
import ecsadvisor.models.price.BillRates;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.SpotAdvisor;
import java.util.List;

/** The cost controls of single services, in the order in which their savings are counted. */
public final class CostControls {
  private CostControls() {}

  /**
   * Usage before rates: each control sees the service as those before it would leave it.
   *
   * @param prices the dated price file
   * @param rates what the whole bill says of prices
   * @param pools the instances behind capacity providers
   */
  public static List<CostControl> inOrder(
      CostSettings settings, PriceBook prices, BillRates rates, InstancePools pools) {
    return List.of(
        new StopIdleServices(settings.stopIdleServices(), prices),
        new RightSizeTasks(settings.rightSizeTasks(), prices),
        new StopOffHours(settings.stopOffHours(), prices),
        new ScaleAutomatically(settings.scaleAutomatically(), prices),
        new MoveToArm(settings.moveToArm(), prices, rates),
        new UseFargateSpot(settings.useFargateSpot(), prices, rates),
        new UseInstanceSpot(settings.useInstanceSpot(), prices, SpotAdvisor.shipped(), pools));
  }
}
