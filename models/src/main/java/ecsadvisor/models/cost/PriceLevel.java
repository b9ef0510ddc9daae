package ecsadvisor.models.cost;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.price.PriceBook;
import ecsadvisor.models.price.Rates;

/** How settings in dollars of us-east-1 become sums in the currency and region of a service. */
final class PriceLevel {
  private PriceLevel() {}

  /**
   * List price of a vCPU-hour here over the one of us-east-1 on the same platform; 1 on EC2 in the
   * price file's currency, where a vCPU-hour is not the same good.
   */
  static double of(
      Rates rates, PriceBook prices, Platform platform, Window window, LaunchType launchType) {
    if (launchType == LaunchType.EC2 && rates.currency().equals(prices.currency())) {
      return 1;
    }
    Platform priced = platform == Platform.UNKNOWN ? Platform.X86 : platform;
    Double reference = prices.vcpuHour(PriceBook.REFERENCE_REGION, priced, window.asOf());
    if (reference == null || reference <= 0 || rates.listVcpuHour() <= 0) {
      return 1;
    }
    return rates.listVcpuHour() / reference;
  }
}
