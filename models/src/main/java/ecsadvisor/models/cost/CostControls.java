package ecsadvisor.models.cost;

import ecsadvisor.models.price.PriceBook;
import java.util.List;

/** The cost controls in the order in which their savings are counted. */
public final class CostControls {
  private CostControls() {}

  /** Usage before rates: each control sees the service as those before it would leave it. */
  public static List<CostControl> inOrder(CostSettings settings, PriceBook prices) {
    return List.of(new RightSizeTasks(settings.rightSizeTasks(), prices));
  }
}
