package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.DailyCostRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.models.fact.ServiceKey;
import gg.jte.Content;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each service costs, dearest first.
 *
 * @param costHeader header of the cost column, with the currency
 * @param rateHeader header of the column of cost per task-hour
 * @param lines the dearest services
 * @param total the sum over all services, as the column prints it
 * @param restCount services with cost that are not shown
 * @param restCost their cost
 * @param unpricedCount services without a cost
 * @param week the days that the change compares
 */
public record CostSection(
    String costHeader,
    String rateHeader,
    List<Line> lines,
    String total,
    int restCount,
    String restCost,
    int unpricedCount,
    String week) {

  static final int SHOWN = 50;

  /** One service. */
  public record Line(
      String service,
      String place,
      String owner,
      String launch,
      String kind,
      String cost,
      String share,
      Content shareBar,
      String perTaskHour,
      Content trend,
      String weekChange) {}

  static CostSection of(ReportModel model, Totals totals, Currencies currencies) {
    List<ServiceRow> priced =
        model.services().stream()
            .filter(row -> row.effectiveCost() != null)
            .sorted(
                Comparator.comparing((ServiceRow row) -> Figures.cents(row.effectiveCost()))
                    .reversed()
                    .thenComparing(Names::key))
            .toList();
    List<ServiceRow> shown = priced.subList(0, Math.min(SHOWN, priced.size()));
    Map<ServiceKey, Map<LocalDate, Double>> days = days(model, shown);
    List<Line> lines = new ArrayList<>();
    for (ServiceRow row : shown) {
      lines.add(
          line(
              row,
              "trend-" + (lines.size() + 1),
              days.getOrDefault(Names.key(row), Map.of()),
              model,
              totals,
              currencies));
    }
    Map<String, BigDecimal> rest = new TreeMap<>();
    for (ServiceRow row : priced.subList(shown.size(), priced.size())) {
      Totals.add(rest, row.currency(), Figures.cents(row.effectiveCost()));
    }
    LocalDate end = model.facts().windowEnd();
    return new CostSection(
        currencies.header("Cost"),
        currencies.header("Per task-hour"),
        lines,
        cells(totals.windowCost, currencies),
        priced.size() - shown.size(),
        cells(rest, currencies),
        model.services().size() - priced.size(),
        "%s to %s against the 7 days before".formatted(end.minusDays(6), end));
  }

  private static String cells(Map<String, BigDecimal> sums, Currencies currencies) {
    return sums.entrySet().stream()
        .map(entry -> currencies.cell(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(" + "));
  }

  private static Map<ServiceKey, Map<LocalDate, Double>> days(
      ReportModel model, List<ServiceRow> shown) {
    Map<ServiceKey, Map<LocalDate, Double>> days = new HashMap<>();
    shown.forEach(row -> days.put(Names.key(row), new HashMap<>()));
    for (DailyCostRow row : model.dailyCosts()) {
      Map<LocalDate, Double> ofService = days.get(Names.key(row));
      if (ofService != null) {
        ofService.merge(row.day(), row.effectiveCost(), Double::sum);
      }
    }
    return days;
  }

  private static Line line(
      ServiceRow row,
      String id,
      Map<LocalDate, Double> days,
      ReportModel model,
      Totals totals,
      Currencies currencies) {
    BigDecimal cost = Figures.cents(row.effectiveCost());
    BigDecimal total = totals.windowCost.getOrDefault(row.currency(), BigDecimal.ZERO);
    Double share = Figures.ratio(cost, total);
    Double rate = row.costPerTaskHour();
    return new Line(
        row.serviceName(),
        Names.place(Names.key(row)),
        row.owner(),
        row.launchType(),
        kind(row),
        currencies.cell(cost, row.currency()),
        share == null ? Figures.NOTHING : Figures.percent(share),
        Bar.of(share == null ? 0 : share),
        rate == null ? Figures.NOTHING : Figures.decimal(rate, 4),
        Sparkline.of(id, row.serviceName(), window(days, model)),
        weekChange(days, model.facts().windowEnd()));
  }

  /** Processor and Spot share, where they are not the usual. */
  private static String kind(ServiceRow row) {
    Double spot = row.spotShare();
    String arm = row.cpuArchitecture().equals("ARM64") ? "ARM" : "";
    if (spot == null || spot == 0) {
      return arm;
    }
    return (arm.isEmpty() ? "" : arm + ", ") + "Spot" + Figures.JOIN + Figures.percent(spot);
  }

  private static List<@Nullable Double> window(Map<LocalDate, Double> days, ReportModel model) {
    List<@Nullable Double> values = new ArrayList<>();
    LocalDate end = model.facts().windowEnd();
    for (LocalDate day = model.facts().windowStart(); !day.isAfter(end); day = day.plusDays(1)) {
      values.add(days.get(day));
    }
    return values;
  }

  /** Change of the last 7 days against the 7 before; days without a row cost nothing. */
  static String weekChange(Map<LocalDate, Double> days, LocalDate end) {
    double last = 0;
    double before = 0;
    for (int i = 0; i < 7; i++) {
      last += days.getOrDefault(end.minusDays(i), 0.0);
      before += days.getOrDefault(end.minusDays(i + 7L), 0.0);
    }
    if (before <= 0) {
      return last > 0 ? "new" : Figures.NOTHING;
    }
    return Figures.change(last / before - 1);
  }
}
