package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import ecsadvisor.models.fact.Attribution;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendLine;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.fact.Window;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceCostTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
  private static final Window WINDOW = new Window(AS_OF, 10);

  private static SpendLine line(
      LocalDate day, String chargeType, PurchaseOption option, double vcpuHours, double cost) {
    long money = Math.round(cost * MoneyUnits.PER_CURRENCY_UNIT);
    return new SpendLine(
        "2026-11",
        day,
        chargeType,
        Attribution.SERVICE_TAG,
        UsageKind.FARGATE_VCPU,
        Platform.X86,
        option,
        1,
        Math.round(vcpuHours * MoneyUnits.PER_USAGE_UNIT),
        money,
        money,
        money,
        money,
        0,
        0,
        0);
  }

  private static ServiceCost cost(SpendLine... lines) {
    ServiceCost cost =
        ServiceCost.of(new Spend("USD", "1", List.of(), List.of(lines), List.of()), WINDOW);
    assertNotNull(cost);
    return cost;
  }

  @Test
  void onlyTheWindowCounts() {
    ServiceCost cost =
        cost(
            line(AS_OF, "Usage", PurchaseOption.ON_DEMAND, 24, 2),
            line(AS_OF.minusDays(10), "Usage", PurchaseOption.ON_DEMAND, 24, 100),
            line(AS_OF.plusDays(1), "Usage", PurchaseOption.ON_DEMAND, 24, 100));
    assertEquals(2, cost.effective());
  }

  @Test
  void creditsTaxesAndFeesAreNoCostOfRunning() {
    ServiceCost cost =
        cost(
            line(AS_OF, "Usage", PurchaseOption.ON_DEMAND, 24, 2),
            line(AS_OF, "EdpDiscount", PurchaseOption.NONE, 0, -0.5),
            line(AS_OF, "Credit", PurchaseOption.NONE, 0, -2),
            line(AS_OF, "Tax", PurchaseOption.NONE, 0, 1));
    assertEquals(1.5, cost.effective());
  }

  @Test
  void monthIs730HoursAtThePaceSinceTheFirstDay() {
    ServiceCost cost =
        cost(
            line(AS_OF, "Usage", PurchaseOption.ON_DEMAND, 24, 2),
            line(AS_OF.minusDays(1), "Usage", PurchaseOption.ON_DEMAND, 24, 2));
    assertEquals(4.0 / 48 * 730, cost.monthly(), 1e-9);
  }

  @Test
  void spotShareIsOfVcpuHours() {
    ServiceCost cost =
        cost(
            line(AS_OF, "Usage", PurchaseOption.ON_DEMAND, 6, 2),
            line(AS_OF, "Usage", PurchaseOption.SPOT, 18, 2));
    assertEquals(0.75, cost.spotShare());
  }

  @Test
  void dailyRowsCarryTaskHours() {
    ServiceCost cost = cost(line(AS_OF, "Usage", PurchaseOption.ON_DEMAND, 12, 2));
    var rows = cost.daily(new ServiceKey("a", "r", "c", "s"), 0.5);
    assertEquals(1, rows.size());
    assertEquals(24.0, rows.get(0).taskHours());
  }

  @Test
  void noLineInTheWindowIsNoCost() {
    assertNull(ServiceCost.of(null, WINDOW));
    assertNull(
        ServiceCost.of(
            new Spend(
                "USD",
                "1",
                List.of(),
                List.of(line(AS_OF.minusDays(40), "Usage", PurchaseOption.ON_DEMAND, 24, 100)),
                List.of()),
            WINDOW));
  }
}
