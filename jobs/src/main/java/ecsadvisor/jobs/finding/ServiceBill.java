package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.table.UnitCostRow;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service's lines of the bill say for showback, unit costs and {@code cost.csv}.
 *
 * @param costCentre who bears its cost; empty where no tag says
 * @param tags its tags as a JSON object; empty without any
 * @param unitCosts its row of unit_costs.csv, or null where the bill does not name it in the window
 * @param charges its cost by day and kind of charge, in cents that add up to its row
 */
public record ServiceBill(
    String costCentre, String tags, @Nullable UnitCostRow unitCosts, List<DayCharge> charges)
    implements Serializable {
  /** What is known without a bill. */
  public static final ServiceBill NONE = new ServiceBill("", "", null, List.of());

  public ServiceBill {
    charges = List.copyOf(charges);
  }

  static ServiceBill of(ServiceView view, Tags tags) {
    return new ServiceBill(
        tags.costCentre(),
        tags.json(),
        UnitCosts.row(view, tags.costCentre()),
        DayCharge.of(view.facts().spend(), view.facts().window()));
  }
}
