package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.GUARDDUTY_RUNTIME_VCPU_MONTH;

import ecsadvisor.models.price.Rates;
import ecsadvisor.models.price.TieredPrice;

/** What GuardDuty's runtime monitoring costs less when tasks get smaller. */
public final class RuntimeSaving {
  private RuntimeSaving() {}

  /**
   * The saving of a month, beside that of the tasks themselves: the tiers of what is monitored
   * before less those after.
   *
   * @param monitoredVcpuMonths vCPU-months that are monitored now in the account and region
   * @param fewerVcpuHours vCPU-hours of a month that go
   */
  public static double monthly(
      FixPrices prices, String region, double monitoredVcpuMonths, double fewerVcpuHours) {
    TieredPrice price =
        prices.book().price(region, GUARDDUTY_RUNTIME_VCPU_MONTH, prices.day()).tiers();
    double fewer =
        Math.min(monitoredVcpuMonths, Math.max(0, fewerVcpuHours / Rates.HOURS_PER_MONTH));
    return price.cost(monitoredVcpuMonths) - price.cost(monitoredVcpuMonths - fewer);
  }
}
