package ecsadvisor.models.security.fix;

import static ecsadvisor.models.price.SecurityItem.CONFIG_ITEM;

/**
 * AWS Config records what the service is made of. Each task of its own interface makes items when
 * it starts and stops; where the bill counts the account's items, those are the price for all
 * services.
 *
 * @param isNeeded whether nothing that is free would do as well
 */
record ConfigRecorded(boolean isNeeded) implements FixPricer {
  private static final Range ITEMS_OF_A_START = new Range(2, 4, 8);

  @Override
  public FixCost price(String check, FixFacts service, FixPrices prices) {
    Estimate estimate = new Estimate(check, "config", service, prices);
    double item = estimate.unit(CONFIG_ITEM);
    Double items = service.account().configItems();
    if (items != null) {
      estimate.given("config_items", items);
      estimate.common("config/" + service.accountRegion(), free(Range.of(items * item)));
    } else {
      Range starts = Amounts.starts(estimate, service, Amounts.tasks(estimate, service));
      Range perStart = estimate.assumed("items_of_a_task_start", ITEMS_OF_A_START);
      estimate.own(free(starts.times(perStart).times(item)));
    }
    if (!isNeeded) {
      estimate.note("alternative", "a service that is managed by code needs no recorder for this");
    }
    return estimate.made("items x price", Effort.SMALL);
  }

  private Range free(Range range) {
    return isNeeded ? range : new Range(0, range.expected(), range.high());
  }
}
