package ecsadvisor.jobs;

import ecsadvisor.models.replay.TraceScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The scores of a backtest as lines of text. */
final class BacktestTable {
  private record Column(String name, ToDoubleFunction<TraceScore> value) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("regret", TraceScore::regret),
          new Column("regret_per_service", TraceScore::regretPerService),
          new Column("cost_to_current", TraceScore::costToCurrent),
          new Column("cpu_bad", TraceScore::cpuBad),
          new Column("cpu_cut", TraceScore::cpuCut),
          new Column("oom_day", TraceScore::outOfMemoryDays),
          new Column("churn", TraceScore::churn),
          new Column("refused", TraceScore::refused));

  private static final List<String> MEANING =
      List.of(
          "regret: cost above the cheapest size that the judged days did not exceed, by money",
          "  (per_service: each service with the same weight); negative where the rule was too small",
          "cpu_bad: service-weeks with more than 1 % of their samples above the CPU",
          "cpu_cut: CPU work above it; oom_day: service-days above the memory",
          "churn: weeks whose size differs from the week before; refused: without enough history",
          "LARGE: over 250 a month as provisioned, or 0.25 cores and more in use on average");

  private static final int RULE_WIDTH = 26;
  private static final int VALUE_WIDTH = 8;

  private BacktestTable() {}

  /** Aligned columns in percent, with what they mean. */
  static List<String> text(List<TraceScore> scores) {
    List<String> lines = new ArrayList<>();
    StringBuilder header = new StringBuilder(pad("rule", RULE_WIDTH)).append(pad("services", 9));
    header.append(String.format(Locale.ROOT, "%6s", "weeks"));
    for (Column column : COLUMNS) {
      header.append("  ").append(" ".repeat(width(column) - column.name().length()));
      header.append(column.name());
    }
    lines.add(header.toString());
    for (TraceScore score : scores) {
      StringBuilder line = new StringBuilder(pad(score.policy(), RULE_WIDTH));
      line.append(pad(score.group().name(), 9));
      line.append(String.format(Locale.ROOT, "%6d", score.weeks()));
      for (Column column : COLUMNS) {
        String value =
            String.format(Locale.ROOT, "%.2f %%", 100 * column.value().applyAsDouble(score));
        line.append("  ").append(" ".repeat(Math.max(0, width(column) - value.length())));
        line.append(value);
      }
      lines.add(line.toString());
    }
    lines.add("");
    lines.addAll(MEANING);
    return lines;
  }

  /** RFC 4180 with a header, shares of 1. */
  static List<String> csv(List<TraceScore> scores) {
    List<String> lines = new ArrayList<>();
    StringBuilder header = new StringBuilder("rule,services,weeks");
    for (Column column : COLUMNS) {
      header.append(',').append(column.name());
    }
    lines.add(header.toString());
    for (TraceScore score : scores) {
      StringBuilder line = new StringBuilder();
      line.append('"').append(score.policy()).append("\",").append(score.group());
      line.append(',').append(score.weeks());
      for (Column column : COLUMNS) {
        line.append(String.format(Locale.ROOT, ",%.6f", column.value().applyAsDouble(score)));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static int width(Column column) {
    return Math.max(VALUE_WIDTH, column.name().length());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
