package ecsadvisor.models.price;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A price that falls or rises with the quantity of a month.
 *
 * @param tiers the price of a unit by the quantity from which it counts; the first counts from 0
 * @param source where it was read
 */
public record TieredPrice(NavigableMap<Double, Double> tiers, String source) {
  public TieredPrice {
    if (tiers.isEmpty() || tiers.firstKey() != 0) {
      throw new IllegalArgumentException("the first tier must count from 0");
    }
    tiers = new TreeMap<>(tiers);
  }

  /** The price of a unit below the first threshold. */
  public double first() {
    return tiers.firstEntry().getValue();
  }

  /** What a quantity costs. */
  public double cost(double quantity) {
    double cost = 0;
    for (Map.Entry<Double, Double> tier : tiers.entrySet()) {
      Double next = tiers.higherKey(tier.getKey());
      double to = next == null ? quantity : Math.min(quantity, next);
      cost += Math.max(0, to - tier.getKey()) * tier.getValue();
    }
    return cost;
  }
}
