package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.Attribution;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendLine;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.fact.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayChargeTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
  private static final Window WINDOW = new Window(AS_OF, 10);

  private static SpendLine line(LocalDate day, String chargeType, UsageKind kind, double cost) {
    long money = Math.round(cost * MoneyUnits.PER_CURRENCY_UNIT);
    return new SpendLine(
        "2026-11",
        day,
        chargeType,
        Attribution.SERVICE_TAG,
        kind,
        Platform.X86,
        PurchaseOption.ON_DEMAND,
        1,
        0,
        money,
        money,
        money,
        money,
        0,
        0,
        0);
  }

  private static List<DayCharge> charges(SpendLine... lines) {
    return DayCharge.of(new Spend("USD", "1", List.of(), List.of(lines), List.of()), WINDOW);
  }

  @Test
  void centsOfTheDaysAddUpToTheCentsOfTheWhole() {
    List<DayCharge> charges =
        charges(
            IntStream.range(0, 10)
                .mapToObj(
                    day -> line(AS_OF.minusDays(day), "Usage", UsageKind.FARGATE_VCPU, 0.0033))
                .toArray(SpendLine[]::new));
    assertEquals(10, charges.size());
    assertEquals(3, charges.stream().mapToLong(DayCharge::effectiveCents).sum());
  }

  @Test
  void aDiscountIsANegativeAdjustment() {
    DayCharge discount = charges(line(AS_OF, "EdpDiscount", UsageKind.OTHER, -1.25)).get(0);
    assertEquals(-125, discount.billedCents());
    assertEquals("Adjustment", discount.category().category());
  }

  @Test
  void chargesAreKeptApartByServiceAndCategory() {
    List<DayCharge> charges =
        charges(
            line(AS_OF, "Usage", UsageKind.FARGATE_VCPU, 2),
            line(AS_OF, "Usage", UsageKind.FARGATE_MEMORY, 1),
            line(AS_OF, "Usage", UsageKind.DATA_TRANSFER, 0.5),
            line(AS_OF, "Refund", UsageKind.FARGATE_VCPU, -0.25));
    assertEquals(List.of(300L, 50L, -25L), charges.stream().map(DayCharge::billedCents).toList());
    assertEquals("Correction", charges.get(2).category().chargeClass());
  }

  @Test
  void otherDaysAndNoBillGiveNoRows() {
    assertEquals(List.of(), DayCharge.of(null, WINDOW));
    assertEquals(List.of(), charges(line(AS_OF.plusDays(1), "Usage", UsageKind.FARGATE_VCPU, 5)));
  }
}
