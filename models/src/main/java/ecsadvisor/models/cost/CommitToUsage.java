package ecsadvisor.models.cost;

import static ecsadvisor.models.finding.ReasonCode.EXPIRING;
import static ecsadvisor.models.finding.ReasonCode.STEADY_ON_DEMAND;

import ecsadvisor.models.cost.commitment.CommitmentOption;
import ecsadvisor.models.cost.commitment.LookBacks;
import ecsadvisor.models.cost.commitment.OptionSearch;
import ecsadvisor.models.cost.commitment.PayerUsage;
import ecsadvisor.models.cost.commitment.PaymentOption;
import ecsadvisor.models.cost.commitment.PlanRates;
import ecsadvisor.models.cost.commitment.Term;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.price.CommitmentRates;
import ecsadvisor.models.setting.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much of the hourly spend that every other lever leaves on demand should be committed to?
 *
 * <p>For a price under the plan of rate times the price on demand, the best commitment is rate
 * &times; the (1&minus;rate)-quantile of the hourly spend; with several rates an exact scan finds
 * it. The least of the optima of the last week, two weeks and all days is advised, and nothing that
 * would have cost more than it saved in any of them. A payer has one choice among its options. A
 * plan covers all usage of the payer, so the saving counted here is ECS's share of what it would
 * cover; the total stands beside it. Spot is never covered.
 */
public final class CommitToUsage implements FleetControl {
  /** The row of the catalogue. */
  public static final String ID = "COST-07";

  /** What can be set. */
  public record Settings(
      @Setting("least days of the bill for any advice") int minimumDays,
      @Setting("days of the shortest look-back a commitment must pay on") int shortLookBackDays,
      @Setting("days of the middle look-back a commitment must pay on") int middleLookBackDays,
      @Setting("term to recommend: ONE_YEAR or THREE_YEARS") String term,
      @Setting("payment to recommend: NO_UPFRONT, PARTIAL_UPFRONT or ALL_UPFRONT")
          String paymentOption,
      @Setting("least saving of ECS for a purchase, currency units a month")
          double minimumSavingMonthly,
      @Setting("share of a service's spend on demand that must be steady, 0..1") double steadyShare,
      @Setting("share of a service's spend under commitments from which it is covered, 0..1")
          double coveredShare,
      @Setting("days within which the end of a commitment is soon") int expiringDays,
      @Setting("parts in which to buy, a quarter of a year apart") int ladderParts,
      @Setting("what money paid upfront would earn elsewhere, share a year")
          double costOfCapitalYearly) {

    public Settings {
      require(minimumDays >= 7, "minimumDays", minimumDays);
      require(shortLookBackDays >= 7, "shortLookBackDays", shortLookBackDays);
      require(middleLookBackDays >= shortLookBackDays, "middleLookBackDays", middleLookBackDays);
      requireWord(Term.values(), "term", term);
      requireWord(PaymentOption.values(), "paymentOption", paymentOption);
      require(minimumSavingMonthly >= 0, "minimumSavingMonthly", minimumSavingMonthly);
      require(steadyShare > 0 && steadyShare <= 1, "steadyShare", steadyShare);
      require(coveredShare > 0 && coveredShare <= 1, "coveredShare", coveredShare);
      require(expiringDays >= 1, "expiringDays", expiringDays);
      require(ladderParts >= 1 && ladderParts <= 12, "ladderParts", ladderParts);
      require(
          costOfCapitalYearly >= 0 && costOfCapitalYearly < 1,
          "costOfCapitalYearly",
          costOfCapitalYearly);
    }

    /** One year without upfront payment, on two weeks of history at least. */
    public static Settings defaults() {
      return new Settings(14, 7, 14, "ONE_YEAR", "NO_UPFRONT", 5, 0.1, 0.5, 90, 4, 0);
    }

    private static void require(boolean holds, String name, double value) {
      if (!holds) {
        throw new IllegalArgumentException(name + " is out of range: " + value);
      }
    }

    private static void requireWord(Enum<?>[] words, String name, String value) {
      for (Enum<?> word : words) {
        if (word.name().equals(value)) {
          return;
        }
      }
      throw new IllegalArgumentException(name + " is out of range: " + value);
    }
  }

  private final Settings settings;
  private final CommitmentRates rates;

  public CommitToUsage(Settings settings, CommitmentRates rates) {
    this.settings = settings;
    this.rates = rates;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public FleetAdvice advise(Fleet fleet) {
    return plan(fleet).advice();
  }

  /** The advice with all options, where no EC2 usage is expected to go. */
  public CommitmentAdvice plan(Fleet fleet) {
    return plan(fleet, Map.of());
  }

  /**
   * The advice with all options.
   *
   * @param ec2FactorByFamily share of each EC2 family's usage that packing leaves, 0..1
   */
  public CommitmentAdvice plan(Fleet fleet, Map<String, Double> ec2FactorByFamily) {
    List<PayerUsage> payers = residual(fleet, ec2FactorByFamily);
    OptionSearch search =
        new OptionSearch(
            new LookBacks(settings.shortLookBackDays(), settings.middleLookBackDays()),
            settings.ladderParts(),
            settings.expiringDays(),
            settings.costOfCapitalYearly(),
            fleet.window().asOf(),
            fleet.commitments(),
            new PlanRates(
                fleet.commitmentUsage(), fleet.commitments(), rates, fleet.window().asOf()));
    List<CommitmentOption> options = new ArrayList<>();
    Map<String, PayerChoice> choices = new TreeMap<>();
    for (PayerUsage payer : payers) {
      boolean known = payer.hourly() && payer.days().size() >= settings.minimumDays();
      List<OptionSearch.Found> found = known ? search.options(payer) : List.of();
      OptionSearch.Found best = best(found);
      for (OptionSearch.Found each : found) {
        boolean chosen = each.equals(best);
        options.add(chosen ? each.option().asRecommended() : each.option());
      }
      choices.put(PayerChoice.key(payer), new PayerChoice(payer, known, found, best));
    }
    CommitmentVerdicts verdicts = new CommitmentVerdicts(settings, fleet, choices);
    SortedMap<ServiceKey, Advice> answers = new TreeMap<>();
    for (FleetService service : fleet.services()) {
      answers.put(service.key(), verdicts.of(service));
    }
    List<ResourceAdvice> purchases = new ArrayList<>();
    for (PayerChoice choice : choices.values()) {
      if (choice.best() != null) {
        purchases.add(purchase(choice, choice.best().option(), fleet, answers));
      }
    }
    return new CommitmentAdvice(new FleetAdvice(answers, purchases), options);
  }

  /** What each payer would still pay on demand after every other lever, ordered by payer. */
  public List<PayerUsage> residual(Fleet fleet, Map<String, Double> ec2FactorByFamily) {
    return CommittableSpend.of(fleet, ec2FactorByFamily);
  }

  /** The option of the set term and payment that saves most; else one of the set term. */
  private OptionSearch.@Nullable Found best(List<OptionSearch.Found> found) {
    Comparator<OptionSearch.Found> bySaving =
        Comparator.comparingDouble(each -> each.option().monthlySaving());
    List<OptionSearch.Found> fit =
        found.stream()
            .filter(each -> each.option().rejected().isEmpty())
            .filter(each -> each.option().term().name().equals(settings.term()))
            .filter(each -> each.option().ecsMonthlySaving() > 0)
            .filter(each -> each.option().ecsMonthlySaving() >= settings.minimumSavingMonthly())
            .toList();
    List<OptionSearch.Found> exact =
        fit.stream()
            .filter(each -> each.option().paymentOption().name().equals(settings.paymentOption()))
            .toList();
    OptionSearch.Found best = null;
    for (OptionSearch.Found each : exact.isEmpty() ? fit : exact) {
      // The first of equals stays: a Savings Plan rather than a reservation.
      best = best == null || bySaving.compare(each, best) > 0 ? each : best;
    }
    return best;
  }

  private ResourceAdvice purchase(
      PayerChoice choice,
      CommitmentOption option,
      Fleet fleet,
      SortedMap<ServiceKey, Advice> answers) {
    List<ServiceKey> services = new ArrayList<>();
    for (FleetService service : fleet.services()) {
      boolean ours =
          service.payerAccountId().equals(option.payerAccountId())
              && service.currency().equals(option.currency());
      if (ours && answers.get(service.key()) instanceof Advice.Change) {
        services.add(service.key());
      }
    }
    double share =
        option.monthlySaving() > 0 ? option.ecsMonthlySaving() / option.monthlySaving() : 0;
    Spread spread =
        new Spread(
            option.spread().p10() * share,
            option.spread().p50() * share,
            option.spread().p90() * share);
    Saving saving =
        new Saving(
            option.ecsMonthlySpend(),
            option.ecsMonthlySpend() - option.ecsMonthlySaving(),
            option.ecsMonthlySpend(),
            option.ecsMonthlySpend(),
            option.rateSource(),
            spread);
    return new ResourceAdvice(
        option.payerAccountId(),
        option.region(),
        "",
        option.planType().resourceType(),
        option.planType().name() + (option.family().isEmpty() ? "" : "/" + option.family()),
        "",
        option.currency(),
        option.payerAccountId(),
        "",
        "",
        services,
        proposal(option, true),
        saving,
        choice.confidence(fleet.window().lookbackDays()),
        because(option));
  }

  /** The purchase; as seen by a service it has no steps, since the payer takes them. */
  static Proposal proposal(CommitmentOption option, boolean withSteps) {
    List<ReasonCode> reasons =
        option.expiring() > 0 ? List.of(STEADY_ON_DEMAND, EXPIRING) : List.of(STEADY_ON_DEMAND);
    List<Step> steps =
        withSteps
            ? List.of(
                new Step.BuyCommitment(
                    option.planType().name(),
                    option.term().name(),
                    option.paymentOption().name(),
                    option.hourlyCommitment(),
                    option.currency()))
            : List.of();
    return new Proposal(
        option.planType().actionType(),
        option.planType().actionType(),
        "Overprovisioned",
        reasons,
        PerformanceRisk.VERY_LOW,
        "on demand",
        String.format(
            Locale.ROOT,
            "%s %s %s of %.3f %s an hour",
            option.planType(),
            option.term(),
            option.paymentOption(),
            option.hourlyCommitment(),
            option.currency()),
        null,
        null,
        null,
        List.of(),
        steps,
        "VeryLow",
        false,
        false);
  }

  private List<Evidence> because(CommitmentOption option) {
    String currency = option.currency();
    List<Evidence> because = new ArrayList<>();
    because.add(Figure.hourly("hourly_commitment", option.hourlyCommitment(), currency));
    because.add(Figure.money("total_monthly_saving", option.monthlySaving(), currency));
    because.add(Figure.money("ecs_monthly_saving", option.ecsMonthlySaving(), currency));
    because.add(Figure.money("on_demand_monthly_spend", option.monthlySpend(), currency));
    because.add(Figure.share("coverage_before", option.coverageBefore()));
    because.add(Figure.share("coverage_after", option.coverageAfter()));
    because.add(Figure.share("utilization_expected", option.utilizationExpected()));
    because.add(Figure.share("utilization_worst_look_back", option.utilizationWorst()));
    because.add(Figure.share("break_even_utilization", option.breakEvenUtilization()));
    because.add(new Evidence("rate_source", option.rateFrom()));
    because.add(Figure.hourly("existing_commitment", option.existingCommitment(), currency));
    because.add(
        Figure.hourly(
            "expiring_in_" + settings.expiringDays() + "_days", option.expiring(), currency));
    if (option.regret().heldOutDays() > 0) {
      because.add(Figure.count("held_out", option.regret().heldOutDays(), "days"));
      because.add(Figure.share("held_out_regret", option.regret().share()));
      because.add(Figure.share("held_out_regret_of_30_day_fit", option.regret().lastDaysShare()));
    }
    option
        .ladder()
        .forEach(
            part ->
                because.add(
                    Figure.hourly("or_buy_on_" + part.buyOn(), part.hourlyCommitment(), currency)));
    return because;
  }

  /** A payer's options and its choice. */
  record PayerChoice(
      PayerUsage payer,
      boolean known,
      List<OptionSearch.Found> options,
      OptionSearch.@Nullable Found best) {

    static String key(PayerUsage payer) {
      return payer.payerAccountId() + "/" + payer.currency();
    }

    Confidence confidence(int lookbackDays) {
      int days = payer.days().size();
      return new Confidence(Math.min(1, (double) days / lookbackDays), days, 1);
    }
  }
}
