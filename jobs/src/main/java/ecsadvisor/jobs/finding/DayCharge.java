package ecsadvisor.jobs.finding;

import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendLine;
import ecsadvisor.models.fact.Window;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a service was charged on one day for one kind of charge, in cents.
 *
 * <p>A day's cost is seldom whole cents. Each row gets what the sum so far, rounded to cents, has
 * grown by; so the rows of what the service costs to run add up to its row in services.csv, and no
 * row is off by more than a cent.
 *
 * @param day the UTC day
 * @param billingPeriod the bill's month, {@code yyyy-MM}
 * @param category what FOCUS calls the charge's category and class
 * @param service the AWS service that charges
 * @param billedCents what FOCUS calls BilledCost
 * @param effectiveCents EffectiveCost
 * @param listCents ListCost
 */
public record DayCharge(
    LocalDate day,
    String billingPeriod,
    FocusCategory category,
    FocusService service,
    long billedCents,
    long effectiveCents,
    long listCents)
    implements Serializable {

  private record Kind(
      LocalDate day, String billingPeriod, FocusCategory category, FocusService service)
      implements Comparable<Kind> {
    private static final Comparator<Kind> ORDER =
        Comparator.comparing(Kind::day)
            .thenComparing(Kind::billingPeriod)
            .thenComparing(Kind::category)
            .thenComparing(Kind::service);

    static Kind of(SpendLine line) {
      return new Kind(
          line.day(),
          line.billingPeriod(),
          FocusCategory.of(line.chargeType()),
          FocusService.of(line.usageKind()));
    }

    @Override
    public int compareTo(Kind other) {
      return ORDER.compare(this, other);
    }
  }

  /** The charges of the window's days; none without a bill. */
  static List<DayCharge> of(@Nullable Spend spend, Window window) {
    if (spend == null) {
      return List.of();
    }
    Map<Kind, long[]> run = new TreeMap<>();
    Map<Kind, long[]> beside = new TreeMap<>();
    for (SpendLine line : spend.lines()) {
      if (window.contains(line.day())) {
        long[] sums =
            (ServiceCost.isRunCost(line) ? run : beside)
                .computeIfAbsent(Kind.of(line), kind -> new long[3]);
        sums[0] += line.billed();
        sums[1] += line.effective();
        sums[2] += line.list();
      }
    }
    List<DayCharge> charges = new ArrayList<>(inCents(run));
    charges.addAll(inCents(beside));
    return charges;
  }

  private static List<DayCharge> inCents(Map<Kind, long[]> sums) {
    List<DayCharge> charges = new ArrayList<>();
    long[] soFar = new long[3];
    sums.forEach(
        (kind, units) -> {
          long[] cents = new long[3];
          for (int i = 0; i < cents.length; i++) {
            long before = MoneyUnits.toCents(soFar[i]);
            soFar[i] += units[i];
            cents[i] = MoneyUnits.toCents(soFar[i]) - before;
          }
          charges.add(
              new DayCharge(
                  kind.day,
                  kind.billingPeriod,
                  kind.category,
                  kind.service,
                  cents[0],
                  cents[1],
                  cents[2]));
        });
    return charges;
  }
}
