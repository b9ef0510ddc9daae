package ecsadvisor.models.cost;

import static ecsadvisor.models.finding.ReasonCode.COVERED;
import static ecsadvisor.models.finding.ReasonCode.INVENTORY_MISSING;
import static ecsadvisor.models.finding.ReasonCode.NOTHING_TO_COVER;
import static ecsadvisor.models.finding.ReasonCode.NOT_STEADY;
import static ecsadvisor.models.finding.ReasonCode.NO_HOURLY_SPEND;
import static ecsadvisor.models.finding.ReasonCode.ON_SPOT;
import static ecsadvisor.models.finding.ReasonCode.SAVING_TOO_SMALL;
import static ecsadvisor.models.finding.ReasonCode.SHORT_HISTORY;

import ecsadvisor.models.cost.CommitToUsage.PayerChoice;
import ecsadvisor.models.cost.commitment.OptionSearch;
import ecsadvisor.models.cost.commitment.UsagePool;
import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.SpendHours;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.price.Rates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether a service's usage contributes to the commitment that its payer should buy. */
final class CommitmentVerdicts {
  /** Share of the tasks on Spot from which a service counts as on Spot. */
  private static final double ALL = 0.999;

  /** Days without any cost after which a service that no inventory shows is gone. */
  private static final int GONE_DAYS = 3;

  private final CommitToUsage.Settings settings;
  private final Fleet fleet;
  private final Map<String, PayerChoice> choices;
  private final Map<String, ClusterFacts> clusters = new HashMap<>();

  CommitmentVerdicts(
      CommitToUsage.Settings settings, Fleet fleet, Map<String, PayerChoice> choices) {
    this.settings = settings;
    this.fleet = fleet;
    this.choices = choices;
    for (ClusterFacts cluster : fleet.clusters()) {
      clusters.put(
          cluster.accountId() + "/" + cluster.region() + "/" + cluster.clusterName(), cluster);
    }
  }

  Advice of(FleetService service) {
    PayerChoice choice = choices.get(service.payerAccountId() + "/" + service.currency());
    if (service.config() == null && !isBilledLately(service)) {
      return new Advice.NoData(
          List.of(INVENTORY_MISSING),
          List.of(new Missing("ecs-service", INVENTORY_MISSING.unlock())),
          List.of());
    }
    if (service.launchType() == LaunchType.EXTERNAL) {
      return new Advice.NotApplicable(NOTHING_TO_COVER, List.of());
    }
    if (service.spotShareNow() >= ALL) {
      return onSpot("spot_share", service.spotShareNow());
    }
    if (choice == null || !choice.payer().hourly()) {
      return new Advice.NoData(
          List.of(NO_HOURLY_SPEND),
          List.of(new Missing("bill", NO_HOURLY_SPEND.unlock())),
          List.of());
    }
    boolean onEc2 =
        service.launchType() == LaunchType.EC2
            || service.launchType() == LaunchType.MANAGED_INSTANCES;
    List<ContainerInstance> instances = onEc2 ? instances(service) : List.of();
    if (!instances.isEmpty() && instances.stream().allMatch(ContainerInstance::spot)) {
      return onSpot("spot_instances", 1);
    }
    int days = billedDays(service);
    if (days < settings.minimumDays() || !choice.known()) {
      int known = Math.min(days, choice.payer().days().size());
      return new Advice.NoData(
          List.of(SHORT_HISTORY),
          List.of(
              new Missing(
                  "bill", "a commitment needs " + settings.minimumDays() + " days of the bill")),
          List.of(Figure.count("billed", known, "days")));
    }
    return onEc2 ? ofInstances(service, choice, instances) : ofFargate(service, choice, days);
  }

  private Advice ofFargate(FleetService service, PayerChoice choice, int days) {
    double[] demand = hours(service, choice, PurchaseOption.ON_DEMAND);
    double onDemand = Arrays.stream(demand).sum();
    double covered = Arrays.stream(hours(service, choice, PurchaseOption.SAVINGS_PLAN)).sum();
    Confidence confidence = confidence(days);
    if (onDemand + covered <= 0 && service.spotShareAfter() >= ALL) {
      return onSpot("spot_share_after", service.spotShareAfter());
    }
    if (service.hoursNow().isEmpty()) {
      return new Advice.NoData(
          List.of(NO_HOURLY_SPEND),
          List.of(new Missing("bill", NO_HOURLY_SPEND.unlock())),
          List.of());
    }
    double share = onDemand + covered <= 0 ? 0 : covered / (onDemand + covered);
    double rate = choice.best() == null ? 0.8 : choice.best().option().breakEvenUtilization();
    Arrays.sort(demand);
    double level = demand[(int) Math.floor((1 - rate) * (demand.length - 1))];
    double steady = onDemand <= 0 ? 0 : level * demand.length / onDemand;
    List<Evidence> because = new ArrayList<>();
    double toMonth = Rates.HOURS_PER_MONTH / demand.length;
    because.add(Figure.money("on_demand_monthly", onDemand * toMonth, service.currency()));
    because.add(Figure.share("under_plans", share));
    because.add(Figure.share("steady_share_of_on_demand", steady));
    if (steady < settings.steadyShare()) {
      return asIs(share >= settings.coveredShare() ? COVERED : NOT_STEADY, confidence, because);
    }
    return steady(service, choice, Set.of("FARGATE"), confidence, because);
  }

  private Advice ofInstances(
      FleetService service, PayerChoice choice, List<ContainerInstance> instances) {
    Set<String> families = new TreeSet<>();
    instances.forEach(each -> families.add(CommittableSpend.family(each.instanceType())));
    if (families.isEmpty()) {
      return new Advice.NoData(
          List.of(INVENTORY_MISSING),
          List.of(
              new Missing(
                  "ecs-container-instance",
                  "Add aws ecs describe-container-instances of the service's cluster.")),
          List.of());
    }
    double onDemand = 0;
    double covered = 0;
    for (UsagePool pool : choice.payer().pools()) {
      if (families.contains(pool.family())
          && pool.accountId().equals(service.key().accountId())
          && pool.region().equals(service.key().region())) {
        onDemand += pool.total();
        covered += pool.covered();
      }
    }
    List<Evidence> because = new ArrayList<>();
    because.add(new Evidence("instance_families", String.join(", ", families)));
    double toMonth = Rates.HOURS_PER_MONTH / choice.payer().hours();
    because.add(Figure.money("families_on_demand_monthly", onDemand * toMonth, service.currency()));
    double share = onDemand + covered <= 0 ? 0 : covered / (onDemand + covered);
    because.add(Figure.share("families_under_commitments", share));
    Confidence confidence = confidence(billedDays(service));
    if (onDemand + covered <= 0) {
      return new Advice.NoData(
          List.of(NO_HOURLY_SPEND),
          List.of(new Missing("bill", "The bill has no hours of these instance families.")),
          because);
    }
    if (1 - share < settings.steadyShare()) {
      return asIs(COVERED, confidence, because);
    }
    Advice answer = steady(service, choice, families, confidence, because);
    boolean unfit = answer instanceof Advice.AsIs asIs && asIs.reason() == NOT_STEADY;
    return unfit && share >= settings.coveredShare() ? asIs(COVERED, confidence, because) : answer;
  }

  /** A steady part is there: whether the purchase covers it. */
  private Advice steady(
      FleetService service,
      PayerChoice choice,
      Set<String> families,
      Confidence confidence,
      List<Evidence> because) {
    OptionSearch.Found best = choice.best();
    if (best == null) {
      boolean pays = choice.options().stream().anyMatch(each -> each.option().rejected().isEmpty());
      return asIs(pays ? SAVING_TOO_SMALL : NOT_STEADY, confidence, because);
    }
    double share =
        families.stream()
            .mapToDouble(family -> best.coveredByFamily().getOrDefault(family, 0.0))
            .max()
            .orElse(0);
    because.add(Figure.share("covered_by_purchase", share));
    if (share < settings.steadyShare()) {
      return asIs(NOT_STEADY, confidence, because);
    }
    return SharedChange.of(
        service, fleet.window(), CommitToUsage.proposal(best.option(), false), confidence, because);
  }

  private List<ContainerInstance> instances(FleetService service) {
    ClusterFacts cluster =
        clusters.get(
            service.key().accountId()
                + "/"
                + service.key().region()
                + "/"
                + service.key().clusterName());
    if (cluster == null) {
      return List.of();
    }
    Set<String> providers = new HashSet<>();
    if (service.config() != null) {
      for (CapacityProviderItem item : service.config().capacityProviders()) {
        providers.add(item.capacityProvider());
      }
    }
    List<ContainerInstance> own =
        cluster.instances().stream()
            .filter(each -> providers.contains(each.capacityProvider()))
            .toList();
    return own.isEmpty() ? cluster.instances() : own;
  }

  private static double[] hours(FleetService service, PayerChoice choice, PurchaseOption option) {
    Map<LocalDate, Integer> starts = new HashMap<>();
    for (LocalDate day : choice.payer().days()) {
      starts.put(day, starts.size() * 24);
    }
    double[] hours = new double[choice.payer().hours()];
    for (SpendHours day : service.hoursAfter()) {
      Integer start = starts.get(day.day());
      if (start == null || day.purchaseOption() != option) {
        continue;
      }
      for (int hour = 0; hour < Math.min(24, day.list().size()); hour++) {
        hours[start + hour] += day.list().get(hour) / 1e10;
      }
    }
    return hours;
  }

  private int billedDays(FleetService service) {
    Set<LocalDate> days = new HashSet<>();
    service.costDays().forEach(day -> days.add(day.day()));
    service.hoursNow().forEach(day -> days.add(day.day()));
    days.removeIf(day -> !fleet.window().contains(day));
    return days.size();
  }

  private boolean isBilledLately(FleetService service) {
    LocalDate since = fleet.window().asOf().minusDays(GONE_DAYS);
    return service.costDays().stream().anyMatch(day -> day.day().isAfter(since))
        || service.hoursNow().stream().anyMatch(day -> day.day().isAfter(since));
  }

  private Confidence confidence(int days) {
    return new Confidence(Math.min(1, (double) days / fleet.window().lookbackDays()), days, 1);
  }

  private static Advice onSpot(String name, double share) {
    return new Advice.NotApplicable(ON_SPOT, List.of(Figure.share(name, share)));
  }

  private static Advice asIs(ReasonCode reason, Confidence confidence, List<Evidence> because) {
    return new Advice.AsIs(reason, confidence, because);
  }
}
