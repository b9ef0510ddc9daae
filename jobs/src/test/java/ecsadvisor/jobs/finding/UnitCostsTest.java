package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import ecsadvisor.jobs.table.UnitCostRow;
import ecsadvisor.models.fact.Attribution;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.RequestDay;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendLine;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.fact.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitCostsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private static SpendLine line(UsageKind kind, double usage, double cost) {
    long money = Math.round(cost * MoneyUnits.PER_CURRENCY_UNIT);
    return new SpendLine(
        "2026-11",
        DAY,
        "Usage",
        Attribution.SERVICE_TAG,
        kind,
        Platform.X86,
        PurchaseOption.ON_DEMAND,
        1,
        Math.round(usage * MoneyUnits.PER_USAGE_UNIT),
        money,
        money,
        money,
        money,
        0,
        0,
        0);
  }

  private static @Nullable UnitCostRow row(@Nullable Spend spend, List<RequestDay> requests) {
    ServiceFacts facts =
        new ServiceFacts(
            new ServiceKey("1", "eu-west-1", "c", "web"),
            new Window(DAY, 32),
            Profile.PROD,
            "team",
            "",
            null,
            spend,
            Usage.NONE,
            requests);
    return UnitCosts.row(new ServiceView(facts), "cc");
  }

  private static UnitCostRow billed(List<RequestDay> requests) {
    UnitCostRow row =
        row(
            new Spend(
                "USD",
                "9",
                List.of(),
                List.of(line(UsageKind.FARGATE_VCPU, 24, 3), line(UsageKind.FARGATE_MEMORY, 48, 1)),
                List.of()),
            requests);
    assertNotNull(row);
    return row;
  }

  private static RequestDay requests(LocalDate day, double... first) {
    List<Double> hours = new ArrayList<>(Collections.nCopies(24, 100.0));
    for (int i = 0; i < first.length; i++) {
      hours.set(i, first[i]);
    }
    return new RequestDay(day, hours);
  }

  @Test
  void theWholeCostIsDividedByEachUnit() {
    UnitCostRow row = billed(List.of());
    assertEquals(4.0 / 24, row.costPerVcpuHour());
    assertEquals(4.0 / 48, row.costPerGbHour());
    assertEquals(1, row.days());
    assertNull(row.costPerTaskHour(), "the task's size is not known");
  }

  @Test
  void requestsCountOnDaysThatHaveBoth() {
    UnitCostRow row = billed(List.of(requests(DAY), requests(DAY.minusDays(1))));
    assertEquals(1, row.requestDays());
    assertEquals(2400.0, row.requests());
    assertEquals(4 / 2.4, row.costPer1000Requests());
  }

  @Test
  void aDayThatWasSeenInPartDoesNotCount() {
    UnitCostRow row = billed(List.of(requests(DAY, Double.NaN)));
    assertEquals(0, row.requestDays());
    assertNull(row.costPer1000Requests());
  }

  @Test
  void noRequestsAreNoUnitToDivideBy() {
    UnitCostRow row = billed(List.of(new RequestDay(DAY, Collections.nCopies(24, 0.0))));
    assertEquals(1, row.requestDays());
    assertNull(row.costPer1000Requests());
  }

  @Test
  void aServiceThatIsNotOnTheBillHasNoRow() {
    assertNull(row(null, List.of(requests(DAY))));
  }
}
