package ecsadvisor.models.cost.commitment;

import ecsadvisor.models.fact.Commitment;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.price.Rates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The best size of each plan on offer for what a payer has left on demand.
 *
 * <p>Size: the least of the exact optima of the look-backs. Rejected where it would have cost more
 * than it saved in one of them, which is where its utilization is below its break-even.
 */
public final class OptionSearch {
  private static final double MONTH = Rates.HOURS_PER_MONTH;

  private static final double YEAR_HOURS = 8760;
  private static final int WEEK = 7;

  /** AWS sells Savings Plans in steps of 0.001 an hour. */
  private static final double STEP = 0.001;

  private final LookBacks lookBacks;
  private final int ladderParts;
  private final int expiringDays;
  private final double costOfCapitalYearly;
  private final LocalDate asOf;
  private final List<Commitment> commitments;
  private final PlanRates rates;

  /**
   * A search.
   *
   * @param ladderParts parts in which to buy, a quarter of a year apart
   * @param expiringDays days within which the end of a commitment is soon
   * @param costOfCapitalYearly what money paid upfront would earn in a year, as a share
   */
  public OptionSearch(
      LookBacks lookBacks,
      int ladderParts,
      int expiringDays,
      double costOfCapitalYearly,
      LocalDate asOf,
      List<Commitment> commitments,
      PlanRates rates) {
    this.lookBacks = lookBacks;
    this.ladderParts = ladderParts;
    this.expiringDays = expiringDays;
    this.costOfCapitalYearly = costOfCapitalYearly;
    this.asOf = asOf;
    this.commitments = List.copyOf(commitments);
    this.rates = rates;
  }

  /** An option with the shares of its families that it covers. */
  public record Found(CommitmentOption option, SortedMap<String, Double> coveredByFamily) {}

  /** All options of a payer, by type, scope, term and payment. */
  public List<Found> options(PayerUsage payer) {
    List<Found> found = new ArrayList<>();
    for (PlanType type : PlanType.values()) {
      for (List<UsagePool> pools : scopes(payer, type)) {
        for (Term term : Term.values()) {
          for (PaymentOption payment : PaymentOption.values()) {
            Found option = option(payer, type, pools, term, payment);
            if (option != null) {
              found.add(option);
            }
          }
        }
      }
    }
    return found;
  }

  private static List<List<UsagePool>> scopes(PayerUsage payer, PlanType type) {
    TreeMap<String, List<UsagePool>> scopes = new TreeMap<>();
    for (UsagePool pool : payer.pools()) {
      if (type.covers(pool.family())) {
        String scope = type.isBound() ? pool.region() + "/" + pool.family() : "";
        scopes.computeIfAbsent(scope, key -> new ArrayList<>()).add(pool);
      }
    }
    return List.copyOf(scopes.values());
  }

  private @Nullable Found option(
      PayerUsage payer, PlanType type, List<UsagePool> all, Term term, PaymentOption payment) {
    TreeMap<Double, List<UsagePool>> byRate = new TreeMap<>();
    PlanRates.PlanRate main = null;
    double mainTotal = -1;
    double capital = 1 + costOfCapitalYearly * payment.upfrontShare() * term.years() / 2.0;
    for (UsagePool pool : all) {
      PlanRates.PlanRate rate =
          rates.rate(payer.payerAccountId(), pool.family(), type, term, payment);
      double ofDemand = rate == null ? 1 : rate.ofList() * capital / pool.level();
      if (rate == null || ofDemand >= 1 || ofDemand <= 0) {
        continue;
      }
      byRate.computeIfAbsent(ofDemand, key -> new ArrayList<>()).add(pool);
      if (pool.total() > mainTotal) {
        mainTotal = pool.total();
        main = rate;
      }
    }
    if (main == null || mainTotal <= 0) {
      return null;
    }
    CommitmentCurve curve = curve(byRate, payer.hours());
    double best = Math.floor(lookBacks.commitment(curve) / STEP + 1e-6) * STEP;
    return describe(payer, type, all, term, payment, byRate, curve, best, main);
  }

  private static CommitmentCurve curve(SortedMap<Double, List<UsagePool>> byRate, int hours) {
    double[] shares = byRate.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    double[][] usage = new double[shares.length][hours];
    double[][] own = new double[shares.length][hours];
    int row = 0;
    for (List<UsagePool> pools : byRate.values()) {
      for (UsagePool pool : pools) {
        for (int hour = 0; hour < hours; hour++) {
          usage[row][hour] += pool.uncovered(hour);
          own[row][hour] += pool.own(hour);
        }
      }
      row++;
    }
    return new CommitmentCurve(shares, usage, own);
  }

  private Found describe(
      PayerUsage payer,
      PlanType type,
      List<UsagePool> all,
      Term term,
      PaymentOption payment,
      SortedMap<Double, List<UsagePool>> byRate,
      CommitmentCurve curve,
      double commitment,
      PlanRates.PlanRate main) {
    CommitmentCurve.Outcome outcome = curve.at(commitment);
    double toMonth = outcome.hours() == 0 ? 0 : MONTH / outcome.hours();
    double before = 0;
    double eligible = 0;
    for (UsagePool pool : all) {
      before += pool.covered();
      eligible += pool.covered() + pool.total();
    }
    double saving = outcome.saved() * toMonth;
    double worst = lookBacks.worstUtilization(curve, commitment);
    String region = type.isBound() ? all.get(0).region() : "";
    String family = type.isBound() ? all.get(0).family() : "";
    TreeMap<String, Double> coveredByFamily = new TreeMap<>();
    int row = 0;
    for (List<UsagePool> pools : byRate.values()) {
      double share = outcome.coveredShare(row++);
      pools.forEach(pool -> coveredByFamily.put(pool.family(), share));
    }
    CommitmentOption option =
        new CommitmentOption(
            payer.payerAccountId(),
            type,
            region,
            family,
            term,
            payment,
            payer.currency(),
            commitment,
            eligible <= 0 ? 0 : before / eligible,
            eligible <= 0 ? 0 : (before + outcome.covered()) / eligible,
            outcome.utilization(),
            worst,
            outcome.breakEven(),
            saving,
            spread(curve, commitment, saving),
            outcome.total() * toMonth,
            saving * outcome.ownShare(),
            outcome.ownTotal() * toMonth,
            commitment * YEAR_HOURS * term.years() * payment.upfrontShare(),
            existing(payer, type, region, family, null),
            existing(payer, type, region, family, asOf.plusDays(expiringDays)),
            main.source(),
            main.from(),
            Regret.of(curve, lookBacks),
            payer.days().size(),
            ladder(commitment, term),
            rejection(curve, commitment),
            false);
    return new Found(option, coveredByFamily);
  }

  private String rejection(CommitmentCurve curve, double commitment) {
    if (commitment < STEP) {
      return "too little of the spend is steady";
    }
    return lookBacks.pays(curve, commitment)
        ? ""
        : "utilization would have been below break-even in one of the look-backs";
  }

  /** The saving of each stretch of seven days, as a month: what one week or another would bring. */
  private static Spread spread(CommitmentCurve curve, double commitment, double saving) {
    int days = curve.hours() / 24;
    if (days < 2 * WEEK) {
      return Spread.within(saving, 0.5);
    }
    double[] weeks = new double[days - WEEK + 1];
    for (int day = 0; day < weeks.length; day++) {
      CommitmentCurve week = curve.part(day * 24, (day + WEEK) * 24);
      weeks[day] = week.at(commitment).saved() * MONTH / (WEEK * 24);
    }
    Arrays.sort(weeks);
    int last = weeks.length - 1;
    return new Spread(
        weeks[(int) Math.round(0.1 * last)],
        weeks[(int) Math.round(0.5 * last)],
        weeks[(int) Math.round(0.9 * last)]);
  }

  /** Active commitments of that type and scope; with a day, those that end by then. */
  private double existing(
      PayerUsage payer, PlanType type, String region, String family, @Nullable LocalDate by) {
    double sum = 0;
    for (Commitment plan : commitments) {
      LocalDate end = plan.endDate();
      boolean active = end == null || !end.isBefore(asOf);
      boolean soon = by == null || (end != null && !end.isAfter(by));
      boolean here =
          !type.isBound() || (plan.region().equals(region) && plan.family().equals(family));
      if (plan.kind().equals(type.name())
          && plan.payerAccountId().equals(payer.payerAccountId())
          && plan.currency().equals(payer.currency())
          && here
          && active
          && soon) {
        sum += plan.hourlyCommitment();
      }
    }
    return sum;
  }

  private List<Tranche> ladder(double commitment, Term term) {
    List<Tranche> parts = new ArrayList<>();
    long steps = Math.round(commitment / STEP);
    for (int part = 0; part < ladderParts && steps > 0; part++) {
      long share = steps * (part + 1) / ladderParts - steps * part / ladderParts;
      LocalDate buyOn = asOf.plusDays(1).plusMonths(3L * part);
      if (share > 0) {
        parts.add(new Tranche(buyOn, share * STEP, buyOn.plusYears(term.years()).minusDays(1)));
      }
    }
    return parts;
  }
}
