package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.AnomalyRow;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Costs that left what their past says, those that still go on first.
 *
 * @param impactHeader header of the column of impact
 * @param lines the anomalies
 * @param more anomalies that are not shown
 * @param open how many still go on
 */
public record AnomaliesSection(String impactHeader, List<Line> lines, int more, long open) {

  private static final int SHOWN = 15;
  private static final String OPEN = "OPEN";

  /** One anomaly. */
  public record Line(
      String subject,
      String place,
      String owner,
      String kind,
      String days,
      String actual,
      String expected,
      String interval,
      String impact,
      String share,
      String cause,
      boolean open) {}

  private static final Comparator<AnomalyRow> ORDER =
      Comparator.comparing((AnomalyRow row) -> !row.status().equals(OPEN))
          .thenComparing(row -> Figures.cents(row.impact()).negate())
          .thenComparing(AnomalyRow::toString);

  static AnomaliesSection of(ReportModel model, Currencies currencies) {
    List<AnomalyRow> rows = model.anomalies().stream().sorted(ORDER).toList();
    return new AnomaliesSection(
        currencies.header("Impact"),
        rows.stream().limit(SHOWN).map(row -> line(row, currencies)).toList(),
        Math.max(0, rows.size() - SHOWN),
        rows.stream().filter(row -> row.status().equals(OPEN)).count());
  }

  private static Line line(AnomalyRow row, Currencies currencies) {
    return new Line(
        subject(row),
        Subject.place(row.clusterName(), row.accountId(), row.region()),
        row.owner(),
        kind(row.kind()),
        row.startDate().equals(row.endDate())
            ? row.startDate().toString()
            : row.startDate() + " to " + row.endDate(),
        currencies.cell(Figures.cents(row.actual()), row.currency()),
        currencies.cell(Figures.cents(row.expected()), row.currency()),
        Figures.interval(row.expectedLow(), row.expectedHigh()),
        currencies.cell(Figures.cents(row.impact()), row.currency()),
        Figures.change(row.impactShare()),
        row.rootCause(),
        row.status().equals(OPEN));
  }

  private static String subject(AnomalyRow row) {
    return Stream.of(
            row.serviceName(),
            row.clusterName().isEmpty() ? "" : "cluster " + row.clusterName(),
            row.owner().isEmpty() ? "" : "owner " + row.owner())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("account " + row.accountId());
  }

  private static String kind(String kind) {
    return switch (kind) {
      case "SPIKE" -> "for some days";
      case "STEP" -> "to a new level";
      case "DRIFT" -> "day by day";
      case "NEW" -> "new";
      default -> kind;
    };
  }
}
