package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.PackingRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.finding.Lever;
import gg.jte.Content;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The instances of each capacity provider, now and as its tasks could be packed.
 *
 * @param pools dearest first
 * @param more pools that are not shown
 */
public record PackingSection(List<Pool> pools, int more) {

  private static final int SHOWN = 8;
  private static final int LINES_SHOWN = 20;

  /**
   * One capacity provider.
   *
   * @param name its name
   * @param place cluster, account and region
   * @param advice what is advised, or null where the instances stay as they are
   * @param money what is left of its saving, with its currency; empty without advice
   * @param note how the proposal compares where nothing is advised
   * @param figure cost now, as proposed and the bound
   * @param costHeader header of the columns of cost
   * @param lines instances by zone and type
   * @param more lines that are not shown
   */
  public record Pool(
      String name,
      String place,
      @Nullable AdviceLine advice,
      String money,
      String note,
      Content figure,
      String costHeader,
      List<Line> lines,
      int more) {}

  /** One type in one zone. */
  public record Line(
      String zone,
      String type,
      String now,
      String proposed,
      String spare,
      String costNow,
      String costProposed,
      String bound,
      String gap) {}

  static PackingSection of(ReportModel model, Currencies currencies) {
    Map<String, List<PackingRow>> pools = new TreeMap<>();
    for (PackingRow row : model.packing()) {
      String pool =
          String.join(
              "\u0000",
              row.currency(),
              row.accountId(),
              row.region(),
              row.clusterName(),
              row.capacityProvider());
      pools.computeIfAbsent(pool, key -> new ArrayList<>()).add(row);
    }
    List<List<PackingRow>> dearest =
        pools.values().stream()
            // The sort is stable, so equal costs stay in the order of their names.
            .sorted(
                Comparator.comparing(
                        (List<PackingRow> rows) -> sum(rows, PackingRow::monthlyCostNow))
                    .reversed())
            .toList();
    List<Pool> shown = new ArrayList<>();
    for (List<PackingRow> rows : dearest.subList(0, Math.min(SHOWN, dearest.size()))) {
      shown.add(pool("pool-" + (shown.size() + 1), rows, model, currencies));
    }
    return new PackingSection(List.copyOf(shown), dearest.size() - shown.size());
  }

  private static Pool pool(
      String id, List<PackingRow> rows, ReportModel model, Currencies currencies) {
    PackingRow first = rows.get(0);
    String provider = first.capacityProvider();
    String name = provider.isEmpty() ? "instances without capacity provider" : provider;
    BigDecimal now = sum(rows, PackingRow::monthlyCostNow);
    BigDecimal proposed = sum(rows, PackingRow::monthlyCostProposed);
    RecommendationRow advice = advice(first, model);
    List<Line> lines =
        rows.stream()
            .sorted(
                Comparator.comparing(PackingRow::availabilityZone)
                    .thenComparing(PackingRow::instanceType))
            .map(row -> line(row, currencies))
            .toList();
    return new Pool(
        name,
        Subject.place(first.clusterName(), first.accountId(), first.region()),
        advice == null ? null : AdviceLine.of(advice, currencies),
        advice == null
            ? ""
            : Currencies.say(
                Figures.cents(advice.waterfallMonthlySavings()), advice.currencyCode()),
        proposed.compareTo(now) > 0
            ? "No change is advised: spare room for the loss of an instance would cost more than"
                + " the instances now."
            : "No change is advised: it would save too little to be worth the move.",
        AmountBars.of(
            id,
            "Monthly cost of the instances of " + name,
            List.of(
                new AmountBars.Amount("bar-cost", "Now", now),
                new AmountBars.Amount(
                    advice == null ? "bar-nodata" : "bar-saving",
                    advice == null ? "With spare room" : "Proposed, spare room in it",
                    proposed),
                new AmountBars.Amount(
                    "bar-bound",
                    "Lower bound, nothing spare",
                    sum(rows, PackingRow::lowerBoundCost)))),
        currencies.header("Cost now"),
        lines.subList(0, Math.min(LINES_SHOWN, lines.size())),
        Math.max(0, lines.size() - LINES_SHOWN));
  }

  private static @Nullable RecommendationRow advice(PackingRow pool, ReportModel model) {
    return model.recommendations().stream()
        .filter(row -> Totals.isOpen(row) && Levers.of(row) == Lever.PACK)
        .filter(row -> row.accountId().equals(pool.accountId()))
        .filter(row -> row.region().equals(pool.region()))
        .filter(row -> row.clusterName().equals(pool.clusterName()))
        .filter(row -> row.resourceArn().endsWith("/" + pool.capacityProvider()))
        .min(AdviceLine.LARGEST)
        .orElse(null);
  }

  private static BigDecimal sum(List<PackingRow> rows, ToDoubleFunction<PackingRow> cost) {
    BigDecimal sum = BigDecimal.ZERO;
    for (PackingRow row : rows) {
      sum = sum.add(Figures.cents(cost.applyAsDouble(row)));
    }
    return sum;
  }

  private static Line line(PackingRow row, Currencies currencies) {
    return new Line(
        row.availabilityZone().isEmpty() ? Figures.NOTHING : row.availabilityZone(),
        row.instanceType(),
        Figures.count(row.instancesNow()),
        Figures.count(row.instancesProposed()),
        Figures.count(row.headroomInstances()),
        currencies.cell(Figures.cents(row.monthlyCostNow()), row.currency()),
        currencies.cell(Figures.cents(row.monthlyCostProposed()), row.currency()),
        currencies.cell(Figures.cents(row.lowerBoundCost()), row.currency()),
        Figures.percent(row.gap()));
  }
}
