package ecsadvisor.models.savings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.CommitmentUsage;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.SpendHours;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockedSavingsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final ServiceKey WEB = new ServiceKey("111122223333", "us-east-1", "prod", "web");

  private static List<Long> everyHour(double list) {
    return Collections.nCopies(24, Math.round(list * MoneyUnits.PER_CURRENCY_UNIT));
  }

  private static CommitmentUsage usage(PurchaseOption option, double list, double effective) {
    return new CommitmentUsage(
        "999988887777",
        "111122223333",
        "us-east-1",
        "FARGATE",
        "USD",
        DAY,
        option,
        everyHour(list),
        everyHour(effective));
  }

  private static LockedSavings.Freed covered(double now, double after) {
    return new LockedSavings.Freed(
        WEB,
        "999988887777",
        List.of(new SpendHours(DAY, PurchaseOption.SAVINGS_PLAN, everyHour(now))),
        List.of(new SpendHours(DAY, PurchaseOption.SAVINGS_PLAN, everyHour(after))));
  }

  @Test
  void coverThatNobodyElseCanUseIsLocked() {
    // 6 of 10 an hour go, 1 an hour on demand takes over: 5 an hour stay paid, at 0.8 of list.
    var locked =
        LockedSavings.monthly(
            List.of(covered(10, 4)),
            List.of(
                usage(PurchaseOption.SAVINGS_PLAN, 10, 8), usage(PurchaseOption.ON_DEMAND, 1, 1)));
    assertEquals(5 * 0.8 * 730, locked.getOrDefault(WEB, 0.0), 1e-6);
  }

  @Test
  void coverThatOtherUsageTakesOverIsNotLocked() {
    var locked =
        LockedSavings.monthly(
            List.of(covered(10, 4)),
            List.of(
                usage(PurchaseOption.SAVINGS_PLAN, 10, 8), usage(PurchaseOption.ON_DEMAND, 6, 6)));
    assertTrue(locked.isEmpty());
  }

  @Test
  void usageOnDemandThatGoesAwayTooCannotTakeOver() {
    LockedSavings.Freed other =
        new LockedSavings.Freed(
            new ServiceKey("111122223333", "us-east-1", "prod", "other"),
            "999988887777",
            List.of(new SpendHours(DAY, PurchaseOption.ON_DEMAND, everyHour(6))),
            List.of());
    var locked =
        LockedSavings.monthly(
            List.of(covered(10, 4), other),
            List.of(
                usage(PurchaseOption.SAVINGS_PLAN, 10, 8), usage(PurchaseOption.ON_DEMAND, 6, 6)));
    assertEquals(6 * 0.8 * 730, locked.getOrDefault(WEB, 0.0), 1e-6);
    assertEquals(1, locked.size());
  }

  @Test
  void nothingIsLockedWithoutAPlanInTheBill() {
    assertTrue(LockedSavings.monthly(List.of(covered(10, 4)), List.of()).isEmpty());
  }
}
