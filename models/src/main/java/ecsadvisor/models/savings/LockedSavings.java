package ecsadvisor.models.savings;

import ecsadvisor.models.fact.CommitmentUsage;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.SpendHours;
import ecsadvisor.models.price.Rates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of what services save on Fargate is paid on, because a Savings Plan was bought for it?
 *
 * <p>A plan's hour is paid whether used or not. Usage that goes away leaves its cover to other
 * usage of the same payer in that hour that is paid on demand; only what none can take is locked:
 *
 * <pre>
 * locked(h) = max(0, freed covered(h) - (on demand(h) - freed on demand(h)))
 * </pre>
 *
 * all at list price, and turned into money at what covered usage really costs ({@code effective /
 * list}). A plan that covers Fargate is a Compute Savings Plan, so usage of any family takes over.
 */
public final class LockedSavings {
  private LockedSavings() {}

  /**
   * A service with what a commitment could cover of it, before and after all advice.
   *
   * @param payerAccountId the account that pays
   */
  public record Freed(
      ServiceKey key, String payerAccountId, List<SpendHours> now, List<SpendHours> after) {
    public Freed {
      now = List.copyOf(now);
      after = List.copyOf(after);
    }
  }

  /**
   * What is locked of each service's saving, in currency units a month; services without any are
   * left out.
   *
   * @param usage what commitments could cover in the same days
   */
  public static SortedMap<ServiceKey, Double> monthly(
      List<Freed> services, List<CommitmentUsage> usage) {
    Map<String, Payer> payers = new HashMap<>();
    for (CommitmentUsage day : usage) {
      payers.computeIfAbsent(day.payerAccountId(), id -> new Payer()).add(day);
    }
    for (Freed service : services) {
      Payer payer = payers.get(service.payerAccountId());
      if (payer != null) {
        service.now().forEach(hours -> payer.free(hours, 1));
        service.after().forEach(hours -> payer.free(hours, -1));
      }
    }
    SortedMap<ServiceKey, Double> locked = new TreeMap<>();
    for (Freed service : services) {
      Payer payer = payers.get(service.payerAccountId());
      double money = payer == null ? 0 : payer.lockedOf(service);
      if (money > 0) {
        locked.put(service.key(), money);
      }
    }
    return locked;
  }

  /** The hours of one payer. */
  private static final class Payer {
    private final Map<LocalDate, Day> days = new HashMap<>();
    private double coveredList;
    private double coveredEffective;

    private static final class Day {
      private final double[] onDemand = new double[24];
      private final double[] freedOnDemand = new double[24];
      private final double[] freedCovered = new double[24];

      double lockedShare(int hour) {
        double left = Math.max(0, onDemand[hour] - freedOnDemand[hour]);
        double locked = Math.max(0, freedCovered[hour] - left);
        return freedCovered[hour] <= 0 ? 0 : Math.min(1, locked / freedCovered[hour]);
      }
    }

    void add(CommitmentUsage usage) {
      Day day = days.computeIfAbsent(usage.day(), date -> new Day());
      for (int hour = 0; hour < usage.list().size(); hour++) {
        if (usage.purchaseOption() == PurchaseOption.ON_DEMAND) {
          day.onDemand[hour] += usage.list().get(hour);
        } else if (usage.purchaseOption() == PurchaseOption.SAVINGS_PLAN) {
          coveredList += usage.list().get(hour);
          coveredEffective += usage.effective().get(hour);
        }
      }
    }

    void free(SpendHours hours, int sign) {
      Day day = days.computeIfAbsent(hours.day(), date -> new Day());
      double[] target =
          hours.purchaseOption() == PurchaseOption.SAVINGS_PLAN
              ? day.freedCovered
              : day.freedOnDemand;
      for (int hour = 0; hour < hours.list().size(); hour++) {
        target[hour] += sign * (double) hours.list().get(hour);
      }
    }

    double lockedOf(Freed service) {
      if (coveredList <= 0 || days.isEmpty()) {
        return 0;
      }
      double locked = 0;
      locked += covered(service.now(), 1);
      locked += covered(service.after(), -1);
      double money = locked / MoneyUnits.PER_CURRENCY_UNIT * coveredEffective / coveredList;
      return Math.max(0, money) * Rates.HOURS_PER_MONTH / (days.size() * 24.0);
    }

    private double covered(List<SpendHours> all, int sign) {
      double locked = 0;
      for (SpendHours hours : all) {
        Day day = days.get(hours.day());
        if (day == null || hours.purchaseOption() != PurchaseOption.SAVINGS_PLAN) {
          continue;
        }
        for (int hour = 0; hour < hours.list().size(); hour++) {
          locked += sign * hours.list().get(hour) * day.lockedShare(hour);
        }
      }
      return locked;
    }
  }
}
