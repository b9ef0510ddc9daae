package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.DataQualityRow;
import ecsadvisor.jobs.table.ServiceRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is not known, why, and what would tell it.
 *
 * @param reasons reasons for withheld advice, most services first
 * @param withheld services without advice, dearest first
 * @param moreWithheld services without advice that are not shown
 * @param costHeader header of the cost column
 * @param inputs what was read, by input and form
 * @param files files with skipped rows, most first
 * @param moreFiles files with skipped rows that are not shown
 * @param warnings what else the user should read
 */
public record HealthSection(
    List<Reason> reasons,
    List<Withheld> withheld,
    int moreWithheld,
    String costHeader,
    List<Input> inputs,
    List<Skipped> files,
    int moreFiles,
    List<String> warnings) {

  private static final int SHOWN = 50;

  /** A reason and the services that it holds back. */
  public record Reason(ReasonWords words, String services) {}

  /** A service without advice. */
  public record Withheld(
      String service, String place, String cost, String days, List<ReasonWords> reasons) {}

  /** One form of one input. */
  public record Input(
      String input, String kind, String files, String read, String used, String skipped) {}

  /** A file with skipped rows. */
  public record Skipped(String file, String read, String skipped, String reasons) {}

  static HealthSection of(ReportModel model, Currencies currencies) {
    List<ServiceRow> withheld =
        model.services().stream()
            .filter(row -> row.outcome().equals("WITHHELD"))
            .sorted(
                Comparator.comparing((ServiceRow row) -> Figures.cents(row.effectiveCost()))
                    .reversed()
                    .thenComparing(Names::key))
            .toList();
    List<DataQualityRow> skipped =
        model.dataQuality().stream()
            .filter(row -> row.rowsSkipped() > 0)
            .sorted(
                Comparator.comparingLong(DataQualityRow::rowsSkipped)
                    .reversed()
                    .thenComparing(DataQualityRow::file))
            .toList();
    return new HealthSection(
        reasons(withheld),
        withheld.stream().limit(SHOWN).map(row -> withheld(row, currencies)).toList(),
        Math.max(0, withheld.size() - SHOWN),
        currencies.header("Cost"),
        inputs(model.dataQuality()),
        skipped.stream().limit(SHOWN).map(HealthSection::skipped).toList(),
        Math.max(0, skipped.size() - SHOWN),
        model.facts().warnings());
  }

  private static List<Reason> reasons(List<ServiceRow> withheld) {
    Map<String, ReasonWords> words = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (ServiceRow row : withheld) {
      for (ReasonWords reason : ReasonWords.of(row.withheldReasons())) {
        words.put(reason.code(), reason);
        counts.merge(reason.code(), 1, Integer::sum);
      }
    }
    return words.values().stream()
        .sorted(
            Comparator.comparing((ReasonWords reason) -> -counts.getOrDefault(reason.code(), 0)))
        .map(reason -> new Reason(reason, Figures.count(counts.getOrDefault(reason.code(), 0))))
        .toList();
  }

  private static Withheld withheld(ServiceRow row, Currencies currencies) {
    return new Withheld(
        row.serviceName(),
        Names.place(Names.key(row)),
        row.effectiveCost() == null
            ? Figures.NOTHING
            : currencies.cell(Figures.cents(row.effectiveCost()), row.currency()),
        Figures.count(row.daysObserved()),
        ReasonWords.of(row.withheldReasons()));
  }

  private static List<Input> inputs(List<DataQualityRow> rows) {
    Map<List<String>, long[]> sums = new LinkedHashMap<>();
    List<DataQualityRow> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(DataQualityRow::input).thenComparing(DataQualityRow::kind));
    for (DataQualityRow row : sorted) {
      long[] sum = sums.computeIfAbsent(List.of(row.input(), row.kind()), key -> new long[4]);
      sum[0]++;
      sum[1] += row.rowsRead();
      sum[2] += row.rowsUsed();
      sum[3] += row.rowsSkipped();
    }
    return sums.entrySet().stream().map(entry -> input(entry.getKey(), entry.getValue())).toList();
  }

  private static Input input(List<String> key, long[] sum) {
    return new Input(
        key.get(0),
        key.get(1),
        Figures.count(sum[0]),
        Figures.count(sum[1]),
        Figures.count(sum[2]),
        Figures.count(sum[3]));
  }

  private static Skipped skipped(DataQualityRow row) {
    return new Skipped(
        row.file(),
        Figures.count(row.rowsRead()),
        Figures.count(row.rowsSkipped()),
        row.skipReasons());
  }
}
