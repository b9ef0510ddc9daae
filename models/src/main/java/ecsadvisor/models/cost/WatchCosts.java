package ecsadvisor.models.cost;

import static ecsadvisor.models.finding.ReasonCode.NO_ALERTS;
import static ecsadvisor.models.finding.ReasonCode.UNTAGGED;
import static ecsadvisor.models.finding.ReasonCode.WATCHED;
import static ecsadvisor.models.finding.ReasonCode.WATCHING_UNKNOWN;

import ecsadvisor.models.cost.anomaly.CostAnomaly;
import ecsadvisor.models.cost.anomaly.Forecast;
import ecsadvisor.models.fact.AccountFacts;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.setting.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Would anybody notice if a service's costs went wrong, and did they?
 *
 * <p>A service is watched where its account or payer has a budget of costs with a notification and
 * an anomaly monitor with a subscriber, and where its costs carry an owner. Beside that the daily
 * costs of every service, cluster and owner are watched here. Nothing is saved by it.
 */
public final class WatchCosts implements FleetControl {
  /** The row of the catalogue. */
  public static final String ID = "COST-08";

  private static final String ACTION = "EnableCostMonitoring";

  /** What can be set. */
  public record Settings(
      @Setting("key of the owner's cost allocation tag, to be activated where none is active")
          String ownerTag,
      @Setting("last days of the bill that are still incomplete") int lateDays,
      @Setting("least cost beyond what was expected for an anomaly, currency units")
          double minimumImpact,
      @Setting("the same as a share of what was expected") double minimumImpactShare,
      @Setting("standard deviations of the daily noise from which a day is a spike")
          double spikeDeviations,
      @Setting("evidence for a change of level, in units of the logarithm of the number of days")
          double changePenalty,
      @Setting("least rise of a drift, share a day") double minimumDailyDrift,
      @Setting("days after which a new level is the expected one") int adaptDays,
      @Setting("days of the bill before the first cost of a service that is new")
          int newAfterDays) {

    public Settings {
      require(!ownerTag.isBlank(), "ownerTag", 0);
      require(lateDays >= 0 && lateDays <= 7, "lateDays", lateDays);
      require(minimumImpact >= 0, "minimumImpact", minimumImpact);
      require(
          minimumImpactShare > 0 && minimumImpactShare < 10,
          "minimumImpactShare",
          minimumImpactShare);
      require(spikeDeviations >= 2, "spikeDeviations", spikeDeviations);
      require(changePenalty >= 1, "changePenalty", changePenalty);
      require(minimumDailyDrift > 0, "minimumDailyDrift", minimumDailyDrift);
      require(adaptDays >= 1, "adaptDays", adaptDays);
      require(newAfterDays >= 1, "newAfterDays", newAfterDays);
    }

    /** What the measurements in {@code docs/controls.md} speak for. */
    public static Settings defaults() {
      return new Settings("team", 2, 10, 0.1, 4, 3, 0.005, 14, 7);
    }

    private static void require(boolean holds, String name, double value) {
      if (!holds) {
        throw new IllegalArgumentException(name + " is out of range: " + value);
      }
    }
  }

  private final Settings settings;

  public WatchCosts(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public FleetAdvice advise(Fleet fleet) {
    return watch(fleet).advice();
  }

  /** The advice, and what the costs themselves say. */
  public CostWatch watch(Fleet fleet) {
    FleetCosts costs = new FleetCosts(settings, fleet);
    Map<String, AccountFacts> accounts = new HashMap<>();
    fleet.accounts().forEach(account -> accounts.put(account.accountId(), account));
    SortedMap<ServiceKey, Advice> verdicts = new TreeMap<>();
    TreeMap<String, List<FleetService>> byAccount = new TreeMap<>();
    for (FleetService service : fleet.services()) {
      byAccount.computeIfAbsent(service.key().accountId(), key -> new ArrayList<>()).add(service);
    }
    List<ResourceAdvice> resources = new ArrayList<>();
    byAccount.forEach(
        (account, services) -> {
          for (FleetService service : services) {
            AlertEvidence evidence = evidence(account, service.payerAccountId(), accounts);
            verdicts.put(service.key(), judge(service, evidence, fleet));
          }
          ResourceAdvice advice = advice(account, services, verdicts, accounts, costs);
          if (advice != null) {
            resources.add(advice);
          }
        });
    return new CostWatch(
        new FleetAdvice(verdicts, resources), costs.anomalies(), costs.forecasts());
  }

  private static AlertEvidence evidence(
      String account, String payer, Map<String, AccountFacts> accounts) {
    boolean other = !payer.isEmpty() && !payer.equals(account);
    return AlertEvidence.of(accounts.get(account), other, accounts.get(payer));
  }

  private Advice judge(FleetService service, AlertEvidence evidence, Fleet fleet) {
    List<Evidence> because = new ArrayList<>();
    because.add(Figure.count("budgets_with_notification", evidence.budgets(), "budgets"));
    because.add(Figure.count("anomaly_monitors_with_subscriber", evidence.monitors(), "monitors"));
    because.add(Figure.count("active_cost_allocation_tags", evidence.tags(), "tags"));
    because.add(new Evidence("owner", service.owner().isEmpty() ? "no tag says" : service.owner()));
    Confidence confidence = new Confidence(1, 0, 1);
    if (evidence.lacksBudget() || evidence.lacksMonitor()) {
      return change(service, NO_ALERTS, evidence, fleet, confidence, because);
    }
    List<Missing> missing = missing(service, evidence);
    if (!missing.isEmpty()) {
      return new Advice.NoData(List.of(WATCHING_UNKNOWN), missing, because);
    }
    if (service.owner().isEmpty() || evidence.lacksTags()) {
      return change(service, UNTAGGED, evidence, fleet, confidence, because);
    }
    return new Advice.AsIs(WATCHED, confidence, because);
  }

  private static List<Missing> missing(FleetService service, AlertEvidence evidence) {
    String where = " of account " + service.key().accountId() + " and of its payer.";
    List<Missing> missing = new ArrayList<>();
    if (evidence.budgets() == 0) {
      missing.add(new Missing("budgets-budget", "Add aws budgets describe-budgets" + where));
    }
    if (evidence.monitors() == 0) {
      missing.add(
          new Missing(
              "ce-anomaly-monitor",
              "Add aws ce get-anomaly-monitors and get-anomaly-subscriptions" + where));
    }
    return missing;
  }

  private Advice change(
      FleetService service,
      ReasonCode reason,
      AlertEvidence evidence,
      Fleet fleet,
      Confidence confidence,
      List<Evidence> because) {
    List<ReasonCode> reasons = new ArrayList<>(List.of(reason));
    if (reason != UNTAGGED && service.owner().isEmpty()) {
      reasons.add(UNTAGGED);
    }
    return SharedChange.of(
        service, fleet.window(), proposal(reasons, evidence, List.of()), confidence, because);
  }

  private static Proposal proposal(
      List<ReasonCode> reasons, AlertEvidence evidence, List<Step> steps) {
    List<String> lacks = new ArrayList<>();
    if (evidence.lacksBudget()) {
      lacks.add("a budget with a notification");
    }
    if (evidence.lacksMonitor()) {
      lacks.add("an anomaly monitor with a subscriber");
    }
    if (reasons.contains(UNTAGGED)) {
      lacks.add("an owner's tag");
    }
    return new Proposal(
        ACTION,
        ACTION,
        "",
        reasons,
        PerformanceRisk.VERY_LOW,
        "lacks " + String.join(", ", lacks),
        "watched",
        null,
        null,
        null,
        List.of(),
        steps,
        "VeryLow",
        false,
        true);
  }

  /** What an account lacks, or null where it lacks nothing. */
  private @Nullable ResourceAdvice advice(
      String account,
      List<FleetService> services,
      SortedMap<ServiceKey, Advice> verdicts,
      Map<String, AccountFacts> accounts,
      FleetCosts costs) {
    List<ServiceKey> failing = new ArrayList<>();
    List<ReasonCode> reasons = new ArrayList<>();
    for (FleetService service : services) {
      if (verdicts.get(service.key()) instanceof Advice.Change change) {
        failing.add(service.key());
        change.proposal().reasonCodes().stream()
            .filter(reason -> !reasons.contains(reason))
            .forEach(reasons::add);
      }
    }
    if (failing.isEmpty()) {
      return null;
    }
    FleetService any = services.get(0);
    AlertEvidence evidence = evidence(account, any.payerAccountId(), accounts);
    Forecast forecast = forecast(account, any, costs.forecasts());
    List<Evidence> because = new ArrayList<>();
    because.add(Figure.count("services_not_watched", failing.size(), "services"));
    because.add(Figure.count("budgets_with_notification", evidence.budgets(), "budgets"));
    because.add(Figure.count("anomaly_monitors_with_subscriber", evidence.monitors(), "monitors"));
    because.add(Figure.count("active_cost_allocation_tags", evidence.tags(), "tags"));
    because.add(Figure.share("cost_with_owner", ownedShare(services)));
    because.add(new Evidence("split_cost_allocation", splitCost(services)));
    if (forecast != null) {
      because.add(
          Figure.money("ecs_forecast_" + forecast.month(), forecast.expected(), any.currency()));
      because.add(Figure.money("ecs_forecast_low", forecast.low(), any.currency()));
      because.add(Figure.money("ecs_forecast_high", forecast.high(), any.currency()));
    }
    because.add(Figure.count("open_anomalies", open(account, costs.anomalies()), "anomalies"));
    return new ResourceAdvice(
        account,
        "",
        "",
        "Account",
        account,
        "",
        any.currency(),
        any.payerAccountId(),
        "",
        "",
        failing,
        proposal(reasons, evidence, steps(account, any, evidence, forecast)),
        Saving.NONE,
        new Confidence(1, 0, 1),
        because);
  }

  private List<Step> steps(
      String account, FleetService any, AlertEvidence evidence, @Nullable Forecast forecast) {
    List<Step> steps = new ArrayList<>();
    if (evidence.lacksBudget() && forecast != null && forecast.expected() > 0) {
      steps.add(
          new Step.WatchCost(
              "BUDGET", account, "ecs-monthly", roundUp(forecast.expected()), any.currency()));
    }
    if (evidence.lacksMonitor()) {
      steps.add(new Step.WatchCost("ANOMALY_MONITOR", account, "services", 0, any.currency()));
    }
    if (evidence.lacksTags()) {
      String payer = any.payerAccountId().isEmpty() ? account : any.payerAccountId();
      steps.add(
          new Step.WatchCost("COST_ALLOCATION_TAG", payer, settings.ownerTag(), 0, any.currency()));
    }
    return steps;
  }

  /** Up to two leading digits, so that a budget is a round sum. */
  private static double roundUp(double amount) {
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(amount)) - 1));
    return Math.ceil(amount / unit - 1e-9) * unit;
  }

  private static @Nullable Forecast forecast(
      String account, FleetService any, List<Forecast> forecasts) {
    for (Forecast forecast : forecasts) {
      if (forecast.scope().equals("ACCOUNT")
          && forecast.accountId().equals(account)
          && forecast.currency().equals(any.currency())) {
        return forecast;
      }
    }
    return null;
  }

  private static int open(String account, List<CostAnomaly> anomalies) {
    return (int)
        anomalies.stream().filter(each -> each.open() && each.accountId().equals(account)).count();
  }

  private static double ownedShare(List<FleetService> services) {
    double owned = 0;
    double all = 0;
    for (FleetService service : services) {
      double cost = 0;
      for (CostDay day : service.costDays()) {
        cost += MoneyUnits.toCurrency(day.effective());
      }
      all += cost;
      owned += service.owner().isEmpty() ? 0 : cost;
    }
    return all <= 0 ? 0 : owned / all;
  }

  private static String splitCost(List<FleetService> services) {
    boolean onEc2 = services.stream().anyMatch(each -> each.launchType() == LaunchType.EC2);
    if (!onEc2) {
      return "not needed: nothing runs on EC2";
    }
    boolean split =
        services.stream()
            .flatMap(each -> each.costDays().stream())
            .anyMatch(
                day ->
                    day.effective() > 0
                        && (day.usageKind() == UsageKind.ECS_ON_EC2_VCPU
                            || day.usageKind() == UsageKind.ECS_ON_EC2_MEMORY));
    return split ? "on" : "off: tasks on EC2 have no cost of their own in the bill";
  }
}
