package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.ForecastRow;
import gg.jte.Content;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the month will have cost at its end.
 *
 * @param sentence the total in words; empty without a forecast
 * @param header header of the columns of cost
 * @param accounts the total and each account, dearest first
 * @param services the dearest services
 * @param more forecasts that are not shown
 */
public record ForecastSection(
    String sentence, String header, List<Line> accounts, List<Line> services, int more) {

  private static final int ACCOUNTS_SHOWN = 12;
  private static final int SERVICES_SHOWN = 10;

  /** What one account or service will cost. */
  public record Line(
      String name,
      String place,
      String month,
      String toDate,
      String expected,
      String interval,
      Content bar) {}

  private static final Comparator<ForecastRow> ORDER =
      Comparator.comparing((ForecastRow row) -> row.scope().equals("TOTAL") ? 0 : 1)
          .thenComparing(row -> Figures.cents(row.expected()).negate())
          .thenComparing(ForecastRow::toString);

  static ForecastSection of(ReportModel model, Currencies currencies) {
    List<ForecastRow> rows = model.forecasts().stream().sorted(ORDER).toList();
    List<ForecastRow> services =
        rows.stream().filter(row -> row.scope().equals("SERVICE")).toList();
    List<ForecastRow> accounts =
        rows.stream().filter(row -> !row.scope().equals("SERVICE")).toList();
    List<Line> accountLines = lines(accounts, ACCOUNTS_SHOWN, currencies);
    List<Line> serviceLines = lines(services, SERVICES_SHOWN, currencies);
    return new ForecastSection(
        rows.stream()
            .filter(row -> row.scope().equals("TOTAL"))
            .map(ForecastSection::sentence)
            .collect(Collectors.joining(" ")),
        currencies.header("Expected"),
        accountLines,
        serviceLines,
        rows.size() - accountLines.size() - serviceLines.size());
  }

  private static List<Line> lines(List<ForecastRow> rows, int count, Currencies currencies) {
    double highest = rows.stream().mapToDouble(ForecastRow::high).max().orElse(0);
    return rows.stream().limit(count).map(row -> line(row, highest, currencies)).toList();
  }

  private static String sentence(ForecastRow row) {
    return "%s of ECS is expected to end at %s, with four chances in five between %s and %s; %s so far."
        .formatted(
            row.month(),
            Currencies.say(Figures.cents(row.expected()), row.currency()),
            Figures.briefAmount(Figures.cents(row.low())),
            Figures.briefAmount(Figures.cents(row.high())),
            Figures.briefAmount(Figures.cents(row.monthToDate())));
  }

  private static Line line(ForecastRow row, double highest, Currencies currencies) {
    return new Line(
        switch (row.scope()) {
          case "TOTAL" -> "All accounts";
          case "ACCOUNT" -> "account " + row.accountId();
          default -> row.serviceName();
        },
        row.scope().equals("SERVICE")
            ? Subject.place(row.clusterName(), row.accountId(), row.region())
            : "",
        row.month(),
        currencies.cell(Figures.cents(row.monthToDate()), row.currency()),
        currencies.cell(Figures.cents(row.expected()), row.currency()),
        Figures.interval(row.low(), row.high()),
        ForecastBar.of(row, highest));
  }
}
