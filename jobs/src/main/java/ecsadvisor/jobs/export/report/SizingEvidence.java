package ecsadvisor.jobs.export.report;

import static java.util.Objects.requireNonNull;

import ecsadvisor.jobs.table.DailyUtilizationRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.models.fact.Metric;
import gg.jte.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The days behind a piece of advice, drawn and in numbers.
 *
 * @param cpu the strip of CPU, or null without its days
 * @param memory the strip of memory, or null without its days
 * @param days the same figures as a table
 */
public record SizingEvidence(@Nullable Content cpu, @Nullable Content memory, List<Day> days) {

  static final SizingEvidence NONE = new SizingEvidence(null, null, List.of());
  private static final int FIGURES = 4;

  /**
   * One day of the table.
   *
   * @param day the day
   * @param judged whether the proposal was judged on it
   * @param cpu median, 95th, 99th percentile and maximum in vCPU; dashes without data
   * @param memory the same in MiB
   */
  public record Day(String day, boolean judged, List<String> cpu, List<String> memory) {}

  static SizingEvidence of(
      String id,
      RecommendationRow row,
      ServiceRow service,
      List<DailyUtilizationRow> days,
      ReportModel model) {
    List<DailyUtilizationRow> cpu = days(days, Metric.CPU_SHARE, model);
    List<DailyUtilizationRow> memory = days(days, Metric.MEMORY_SHARE, model);
    Integer cpuUnits = service.taskCpuUnits();
    Integer memoryMiB = service.taskMemoryMiB();
    Content cpuStrip =
        cpuUnits == null
            ? null
            : strip(
                id + "-cpu",
                "CPU of " + row.serviceName(),
                cpu,
                cpuUnits,
                row.recommendedCpuUnits(),
                Figures::virtualCpus,
                row,
                model);
    Content memoryStrip =
        memoryMiB == null
            ? null
            : strip(
                id + "-memory",
                "Memory of " + row.serviceName(),
                memory,
                memoryMiB,
                row.recommendedMemoryMiB(),
                Figures::memory,
                row,
                model);
    return new SizingEvidence(
        cpuStrip, memoryStrip, table(cpu, cpuUnits, memory, memoryMiB, row, model));
  }

  private static List<DailyUtilizationRow> days(
      List<DailyUtilizationRow> days, Metric metric, ReportModel model) {
    return days.stream()
        .filter(row -> row.metric().equals(metric.name()))
        .filter(row -> !row.day().isBefore(model.facts().windowStart()))
        .filter(row -> !row.day().isAfter(model.facts().windowEnd()))
        .sorted(Comparator.comparing(DailyUtilizationRow::day))
        .toList();
  }

  private static @Nullable Content strip(
      String id,
      String title,
      List<DailyUtilizationRow> rows,
      int current,
      @Nullable Integer proposed,
      DoubleFunction<String> unit,
      RecommendationRow row,
      ReportModel model) {
    if (rows.isEmpty()) {
      return null;
    }
    return UtilizationStrip.of(
        new UtilizationStrip.Strip(
            id,
            title,
            rows,
            current,
            proposed == null ? current : proposed,
            unit,
            model.facts().windowStart(),
            model.facts().windowEnd(),
            row.backtestDays()));
  }

  private static List<Day> table(
      List<DailyUtilizationRow> cpu,
      @Nullable Integer cpuUnits,
      List<DailyUtilizationRow> memory,
      @Nullable Integer memoryMiB,
      RecommendationRow row,
      ReportModel model) {
    Map<LocalDate, List<String>> cpuDays =
        figures(cpu, cpuUnits == null ? 0 : cpuUnits / 1024.0, 3);
    Map<LocalDate, List<String>> memoryDays = figures(memory, memoryMiB == null ? 0 : memoryMiB, 0);
    List<String> none = Collections.nCopies(FIGURES, Figures.NOTHING);
    LocalDate firstJudged = model.facts().windowEnd().minusDays(row.backtestDays() - 1L);
    List<Day> table = new ArrayList<>();
    TreeMap<LocalDate, List<String>> all = new TreeMap<>(cpuDays);
    all.putAll(memoryDays);
    for (LocalDate day : all.keySet()) {
      table.add(
          new Day(
              day.toString(),
              !day.isBefore(firstJudged),
              requireNonNull(cpuDays.getOrDefault(day, none)),
              requireNonNull(memoryDays.getOrDefault(day, none))));
    }
    return table;
  }

  private static Map<LocalDate, List<String>> figures(
      List<DailyUtilizationRow> rows, double size, int decimals) {
    Map<LocalDate, List<String>> figures = new TreeMap<>();
    for (DailyUtilizationRow row : rows) {
      figures.put(
          row.day(),
          List.of(
              Figures.decimal(row.p50() * size, decimals),
              Figures.decimal(row.p95() * size, decimals),
              Figures.decimal(row.p99() * size, decimals),
              Figures.decimal(row.max() * size, decimals)));
    }
    return figures;
  }
}
