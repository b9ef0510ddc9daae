package ecsadvisor.jobs;

import ecsadvisor.jobs.settings.SettingsBook;
import ecsadvisor.models.cost.CostControl;
import ecsadvisor.models.cost.CostControls;
import ecsadvisor.models.cost.CostSettings;
import ecsadvisor.models.cost.spot.InstancePools;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.price.BillRates;
import ecsadvisor.models.price.PriceBook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The controls of each service, made once per set of settings that holds for any. */
final class ControlsOfServices implements Function<ServiceFacts, List<CostControl>> {
  private final SettingsBook<CostSettings> settings;
  private final PriceBook prices;
  private final BillRates rates;
  private final InstancePools pools;
  private final Map<CostSettings, List<CostControl>> made = new HashMap<>();

  ControlsOfServices(
      SettingsBook<CostSettings> settings, PriceBook prices, BillRates rates, InstancePools pools) {
    this.settings = settings;
    this.prices = prices;
    this.rates = rates;
    this.pools = pools;
  }

  @Override
  public List<CostControl> apply(ServiceFacts service) {
    return made.computeIfAbsent(
        settings.of(service), own -> CostControls.inOrder(own, prices, rates, pools));
  }
}
