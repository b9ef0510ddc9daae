package ecsadvisor.models.cost;

import ecsadvisor.models.cost.anomaly.AnomalyKind;
import ecsadvisor.models.cost.anomaly.CostAnomaly;
import ecsadvisor.models.cost.anomaly.CostSeries;
import ecsadvisor.models.cost.anomaly.CostWatcher;
import ecsadvisor.models.cost.anomaly.Excess;
import ecsadvisor.models.cost.anomaly.Forecast;
import ecsadvisor.models.cost.anomaly.MonthEnd;
import ecsadvisor.models.cost.anomaly.RootCause;
import ecsadvisor.models.cost.anomaly.ServiceCosts;
import ecsadvisor.models.fact.Deployment;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.ServiceKey;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A fleet's daily costs: per service, cluster and owner what left its expectation, per service,
 * account and payer where the month ends. The last days of a bill are late and left out.
 */
final class FleetCosts {
  /** Days between a service's anomaly and its group's that are taken for the same. */
  private static final int SAME_DAYS = 3;

  /** Longest history that is looked at: older days say little of what is usual. */
  private static final int LONGEST_DAYS = 120;

  private final WatchCosts.Settings settings;
  private final CostWatcher watcher;
  private final YearMonth month;
  private final @Nullable LocalDate first;
  private final int days;
  private final Map<String, Set<LocalDate>> billed = new HashMap<>();
  private final Map<String, LocalDate> firstBilled = new HashMap<>();
  private final List<CostAnomaly> ofServices = new ArrayList<>();
  private final List<CostAnomaly> anomalies = new ArrayList<>();
  private final List<Forecast> forecasts = new ArrayList<>();
  private final TreeMap<String, Group> clusters = new TreeMap<>();
  private final TreeMap<String, Group> owners = new TreeMap<>();
  private final TreeMap<String, Group> accounts = new TreeMap<>();
  private final TreeMap<String, Group> totals = new TreeMap<>();

  /** Costs of several services together. */
  private static final class Group {
    private final FleetService any;
    private final double[] total;
    private int services;

    private Group(FleetService any, int days) {
      this.any = any;
      this.total = new double[days];
    }
  }

  FleetCosts(WatchCosts.Settings settings, Fleet fleet) {
    this.settings = settings;
    this.watcher =
        new CostWatcher(
            settings.spikeDeviations(),
            settings.changePenalty(),
            settings.minimumImpactShare(),
            settings.minimumDailyDrift(),
            settings.adaptDays());
    this.month = YearMonth.from(fleet.window().asOf());
    LocalDate last = fleet.window().asOf().minusDays(settings.lateDays());
    LocalDate earliest = last.minusDays(LONGEST_DAYS - 1L);
    LocalDate begin = null;
    for (FleetService service : fleet.services()) {
      for (CostDay day : service.costDays()) {
        if (day.day().isBefore(earliest) || day.day().isAfter(last)) {
          continue;
        }
        String bill = bill(service);
        billed.computeIfAbsent(bill, key -> new HashSet<>()).add(day.day());
        firstBilled.merge(bill, day.day(), (one, two) -> one.isBefore(two) ? one : two);
        begin = begin == null || day.day().isBefore(begin) ? day.day() : begin;
      }
    }
    this.first = begin;
    this.days = begin == null ? 0 : (int) (last.toEpochDay() - begin.toEpochDay()) + 1;
    if (first != null) {
      for (FleetService service : fleet.services()) {
        watch(service, first);
      }
      clusters.values().forEach(group -> watch(group, first, false));
      owners.values().forEach(group -> watch(group, first, true));
      anomalies.addAll(ofServices);
      forecastGroups(first);
    }
    anomalies.sort(
        Comparator.comparing(CostAnomaly::startDate)
            .thenComparing(Comparator.comparingDouble(CostAnomaly::impact).reversed())
            .thenComparing(CostAnomaly::accountId)
            .thenComparing(CostAnomaly::region)
            .thenComparing(CostAnomaly::clusterName)
            .thenComparing(CostAnomaly::serviceName)
            .thenComparing(CostAnomaly::owner));
  }

  List<CostAnomaly> anomalies() {
    return anomalies;
  }

  List<Forecast> forecasts() {
    return forecasts;
  }

  private static String bill(FleetService service) {
    return service.payerAccountId() + "/" + service.currency();
  }

  private void watch(FleetService service, LocalDate begin) {
    if (service.costDays().isEmpty()) {
      return;
    }
    ServiceCosts costs = new ServiceCosts(begin, days);
    for (CostDay day : service.costDays()) {
      costs.add(
          day.day(),
          day.usageKind(),
          MoneyUnits.toCurrency(day.effective()),
          MoneyUnits.toUsage(day.usageAmount()));
    }
    int start = costs.start();
    if (start >= days) {
      return;
    }
    addToGroups(service, costs);
    Set<LocalDate> known = billed.getOrDefault(bill(service), Set.of());
    CostSeries series = costs.series(known);
    List<Excess> found = new ArrayList<>(watcher.watch(series));
    LocalDate firstOfBill = firstBilled.getOrDefault(bill(service), begin);
    if (series.day(0).isAfter(firstOfBill.plusDays(settings.newAfterDays() - 1L))) {
      found.add(0, newService(series));
    }
    List<Deployment> deployments =
        service.config() == null ? List.of() : service.config().deployments();
    for (Excess each : found) {
      LocalDate day = series.day(each.from());
      RootCause cause = RootCause.of(costs, start, each, day, deployments, service.currency());
      boolean isFee =
          each.kind() == AnomalyKind.SPIKE
              && each.to() - each.from() == 1
              && day.getDayOfMonth() == 1
              && !cause.byUsage();
      if (each.impact() >= settings.minimumImpact() && !isFee) {
        ofServices.add(anomaly(service.key(), service, series, each, cause.words()));
      }
    }
    addForecast("SERVICE", service.key(), service, series);
  }

  /** Its first days, until they are what is expected. */
  private Excess newService(CostSeries series) {
    int end = Math.min(series.size(), settings.adaptDays());
    double actual = 0;
    for (int i = 0; i < end; i++) {
      actual += Double.isNaN(series.cost(i)) ? 0 : series.cost(i);
    }
    return new Excess(AnomalyKind.NEW, 0, end, actual, 0, 0, 0, end == series.size());
  }

  private void addToGroups(FleetService service, ServiceCosts costs) {
    ServiceKey key = service.key();
    String account = bill(service) + "/" + key.accountId();
    add(clusters, account + "/" + key.region() + "/" + key.clusterName(), service, costs);
    if (!service.owner().isEmpty()) {
      add(owners, bill(service) + "/" + service.owner(), service, costs);
    }
    add(accounts, account, service, costs);
    add(totals, bill(service), service, costs);
  }

  private void add(
      Map<String, Group> groups, String name, FleetService service, ServiceCosts costs) {
    Group group = groups.computeIfAbsent(name, key -> new Group(service, days));
    costs.addTo(group.total);
    group.services++;
  }

  private void watch(Group group, LocalDate begin, boolean byOwner) {
    if (group.services < 2) {
      return;
    }
    CostSeries series = series(group, begin);
    for (Excess each : watcher.watch(series)) {
      LocalDate from = series.day(each.from());
      LocalDate to = series.day(each.to() - 1);
      double explained = 0;
      CostAnomaly largest = null;
      for (CostAnomaly known : ofServices) {
        boolean inside =
            known.currency().equals(group.any.currency())
                && (byOwner
                    ? known.owner().equals(group.any.owner())
                    : known.clusterName().equals(group.any.key().clusterName())
                        && known.accountId().equals(group.any.key().accountId())
                        && known.region().equals(group.any.key().region()));
        if (inside
            && !known.startDate().isAfter(to.plusDays(SAME_DAYS))
            && !known.endDate().isBefore(from.minusDays(SAME_DAYS))) {
          explained += known.impact();
          largest = largest == null || known.impact() > largest.impact() ? known : largest;
        }
      }
      boolean isFee =
          each.kind() == AnomalyKind.SPIKE
              && each.to() - each.from() == 1
              && from.getDayOfMonth() == 1;
      if (each.impact() < settings.minimumImpact() || explained >= each.impact() / 2 || isFee) {
        continue;
      }
      String cause =
          "several of " + group.services + " services together, none of them far off by itself";
      ServiceKey key = group.any.key();
      ServiceKey place =
          byOwner
              ? new ServiceKey("", "", "", "")
              : new ServiceKey(key.accountId(), key.region(), key.clusterName(), "");
      anomalies.add(
          anomaly(place, byOwner ? group.any.owner() : "", group.any, series, each, cause));
    }
  }

  private CostSeries series(Group group, LocalDate begin) {
    int start = 0;
    while (start < days - 1 && group.total[start] <= 0) {
      start++;
    }
    return ServiceCosts.series(
        begin, group.total, start, billed.getOrDefault(bill(group.any), Set.of()));
  }

  private static CostAnomaly anomaly(
      ServiceKey key, FleetService service, CostSeries series, Excess excess, String cause) {
    return anomaly(key, service.owner(), service, series, excess, cause);
  }

  private static CostAnomaly anomaly(
      ServiceKey key,
      String owner,
      FleetService service,
      CostSeries series,
      Excess excess,
      String cause) {
    return new CostAnomaly(
        key.accountId(),
        key.region(),
        key.clusterName(),
        key.serviceName(),
        owner,
        service.currency(),
        series.day(excess.from()),
        series.day(excess.to() - 1),
        excess.actual(),
        excess.expected(),
        excess.low(),
        excess.high(),
        excess.kind(),
        cause,
        excess.open());
  }

  private void forecastGroups(LocalDate begin) {
    accounts.forEach(
        (name, group) -> {
          ServiceKey key = new ServiceKey(group.any.key().accountId(), "", "", "");
          addForecast("ACCOUNT", key, group.any, series(group, begin));
        });
    totals.forEach(
        (name, group) ->
            addForecast("TOTAL", new ServiceKey("", "", "", ""), group.any, series(group, begin)));
  }

  private void addForecast(String scope, ServiceKey key, FleetService service, CostSeries series) {
    MonthEnd end =
        MonthEnd.of(
            series,
            month,
            settings.spikeDeviations(),
            settings.changePenalty(),
            settings.minimumImpactShare());
    if (end != null) {
      forecasts.add(
          new Forecast(
              scope,
              service.payerAccountId(),
              key.accountId(),
              key.region(),
              key.clusterName(),
              key.serviceName(),
              service.currency(),
              month,
              end.monthToDate(),
              end.expected(),
              end.low(),
              end.high(),
              end.straightLine()));
    }
  }
}
