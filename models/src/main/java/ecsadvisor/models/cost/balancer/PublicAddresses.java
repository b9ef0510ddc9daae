package ecsadvisor.models.cost.balancer;

import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.ResourceSpend;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.price.Rates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the public IPv4 addresses of internet-facing load balancers cost: one address per zone.
 *
 * <p>The bill names the network interface, not the load balancer, so the addresses count only where
 * the bill's address-hours of the account and region are enough for all load balancers there.
 * Without a bill the price of the settings counts.
 */
final class PublicAddresses {
  private record Place(String accountId, String region) {}

  private final boolean billed;
  private final double price;
  private final Map<Place, Double> prices = new HashMap<>();

  PublicAddresses(
      List<ResourceSpend> resources, List<LoadBalancer> balancers, Window window, double price) {
    this.billed = !resources.isEmpty();
    this.price = price;
    Map<Place, double[]> sums = new HashMap<>();
    for (ResourceSpend row : resources) {
      if (row.usageKind() == UsageKind.PUBLIC_IPV4
          && !row.lastDay().isBefore(window.firstDay())
          && !row.firstDay().isAfter(window.asOf())) {
        double[] sum =
            sums.computeIfAbsent(
                new Place(row.accountId(), row.region()), ignored -> new double[2]);
        sum[0] += MoneyUnits.toUsage(row.usageAmount());
        sum[1] += MoneyUnits.toCurrency(row.effective());
      }
    }
    Map<Place, Double> wanted = new HashMap<>();
    for (LoadBalancer balancer : balancers) {
      if (isPublic(balancer)) {
        wanted.merge(place(balancer), (double) balancer.availabilityZones().size(), Double::sum);
      }
    }
    double hours = window.lookbackDays() * 24.0;
    sums.forEach(
        (place, sum) -> {
          if (sum[0] > 0 && sum[0] >= hours * wanted.getOrDefault(place, 0.0)) {
            prices.put(place, sum[1] / sum[0]);
          }
        });
  }

  /** Cost of a load balancer's addresses in a month. */
  double monthly(LoadBalancer balancer) {
    if (!isPublic(balancer)) {
      return 0;
    }
    double hourPrice = billed ? prices.getOrDefault(place(balancer), 0.0) : price;
    return hourPrice * balancer.availabilityZones().size() * Rates.HOURS_PER_MONTH;
  }

  private static boolean isPublic(LoadBalancer balancer) {
    return balancer.scheme().equals("internet-facing");
  }

  private static Place place(LoadBalancer balancer) {
    return new Place(balancer.accountId(), balancer.region());
  }
}
