package ecsadvisor.models.cost.balancer;

import ecsadvisor.models.cost.ShareLoadBalancers;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.finding.RateSource;
import ecsadvisor.models.price.Rates;
import ecsadvisor.models.price.ResourceBill;
import org.jspecify.annotations.Nullable;

/**
 * What a load balancer costs: its hours, its capacity units, and the public addresses of its zones.
 *
 * @param hourPrice price of an hour
 * @param lcuPrice price of a capacity unit for an hour
 * @param lcusPerHour capacity units that it is billed in a mean hour
 * @param listHourPrice price of an hour before discounts
 * @param listLcuPrice price of a capacity unit before discounts
 * @param addressesMonthly cost of its public addresses in a month; zero where the bill speaks
 *     against them
 * @param lcuScale billed capacity units over published ones: CloudWatch's figure is taken as a
 *     shape over the hours, the bill says how high it is
 * @param currency currency of all of it
 * @param payerAccountId the account that pays; empty without a bill
 * @param source where the prices come from
 */
public record BalancerCost(
    double hourPrice,
    double lcuPrice,
    double lcusPerHour,
    double listHourPrice,
    double listLcuPrice,
    double addressesMonthly,
    double lcuScale,
    String currency,
    String payerAccountId,
    RateSource source) {

  static BalancerCost of(
      LoadBalancer balancer,
      Traffic traffic,
      ResourceBill bill,
      PublicAddresses addresses,
      ShareLoadBalancers.Settings settings) {
    Double published = traffic.meanLcus();
    ResourceBill.Cost cost = bill.of(balancer.arn());
    double addressesMonthly = addresses.monthly(balancer);
    if (cost == null || cost.part(UsageKind.LOAD_BALANCER_HOURS).effective() <= 0) {
      return new BalancerCost(
          settings.balancerHourPrice(),
          settings.lcuHourPrice(),
          published == null ? 0 : published,
          settings.balancerHourPrice(),
          settings.lcuHourPrice(),
          addressesMonthly,
          1,
          "USD",
          "",
          RateSource.PRICE_FILE);
    }
    ResourceBill.Part hours = cost.part(UsageKind.LOAD_BALANCER_HOURS);
    ResourceBill.Part units = cost.part(UsageKind.LOAD_BALANCER_CAPACITY);
    double billedHours = hours.usage() > 0 ? hours.usage() : cost.hours();
    double lcus = units.usage() / billedHours;
    return new BalancerCost(
        hours.effective() / billedHours,
        price(units.effective(), units.usage(), settings.lcuHourPrice()),
        lcus,
        hours.list() / billedHours,
        price(units.list(), units.usage(), settings.lcuHourPrice()),
        addressesMonthly,
        scale(lcus, published),
        cost.currency(),
        cost.payerAccountId(),
        RateSource.SERVICE_BILL);
  }

  private static double price(double amount, double usage, double otherwise) {
    return usage > 0 ? amount / usage : otherwise;
  }

  private static double scale(double billed, @Nullable Double published) {
    return published == null || published <= 0 ? 1 : billed / published;
  }

  /** Cost of the hours and the addresses in a month: what goes when the load balancer goes. */
  public double fixedMonthly() {
    return hourPrice * Rates.HOURS_PER_MONTH + addressesMonthly;
  }

  /** Cost of the capacity units in a month: what the requests cost wherever they go. */
  public double trafficMonthly() {
    return lcuPrice * lcusPerHour * Rates.HOURS_PER_MONTH;
  }

  /** All of it. */
  public double monthly() {
    return fixedMonthly() + trafficMonthly();
  }

  /** The fixed part before discounts. */
  public double fixedMonthlyList() {
    return listHourPrice * Rates.HOURS_PER_MONTH + addressesMonthly;
  }

  /** The traffic part before discounts. */
  public double trafficMonthlyList() {
    return listLcuPrice * lcusPerHour * Rates.HOURS_PER_MONTH;
  }
}
