package ecsadvisor.models.cost;

import ecsadvisor.models.price.CommitmentRates;
import ecsadvisor.models.price.InstancePrices;
import ecsadvisor.models.price.PriceBook;
import java.util.List;

/**
 * The cost controls of what services share. They are asked after those of single services, in this
 * order, since commitments are for what all others leave.
 *
 * @param packing COST-06
 * @param loadBalancers COST-09
 * @param images COST-05
 * @param commitments COST-07
 * @param watching COST-08
 */
public record FleetControls(
    PackInstances packing,
    ShareLoadBalancers loadBalancers,
    TidyImages images,
    CommitToUsage commitments,
    WatchCosts watching) {

  /** The controls with these settings and the shipped prices of instances and commitments. */
  public static FleetControls of(CostSettings settings, PriceBook prices) {
    return new FleetControls(
        new PackInstances(settings.packInstances(), InstancePrices.shipped()),
        new ShareLoadBalancers(settings.shareLoadBalancers()),
        new TidyImages(settings.tidyImages(), prices),
        new CommitToUsage(settings.commitToUsage(), CommitmentRates.shipped()),
        new WatchCosts(settings.watchCosts()));
  }

  /** All of them in order. */
  public List<FleetControl> inOrder() {
    return List.of(packing, loadBalancers, images, commitments, watching);
  }
}
