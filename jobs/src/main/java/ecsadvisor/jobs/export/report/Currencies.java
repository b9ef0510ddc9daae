package ecsadvisor.jobs.export.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says money in the currencies of the bill. With one currency it stands in headers and sentences;
 * with several every cell carries its own, and sums are never mixed.
 */
final class Currencies {
  private final List<String> codes;

  private Currencies(List<String> codes) {
    this.codes = codes;
  }

  static Currencies of(ReportModel model) {
    Stream<String> found =
        Stream.of(
                model.services().stream().map(row -> row.currency()),
                model.reconciliation().stream().map(row -> row.currency()),
                model.recommendations().stream().map(row -> row.currencyCode()),
                model.savings().stream().map(row -> row.currency()))
            .flatMap(stream -> stream);
    TreeSet<String> codes = found.collect(Collectors.toCollection(TreeSet::new));
    codes.remove("");
    return new Currencies(List.copyOf(codes));
  }

  /** The codes, sorted. */
  List<String> codes() {
    return codes;
  }

  /** A column's header with the currency, where there is one for all. */
  String header(String label) {
    return codes.size() == 1 ? label + ", " + codes.get(0) : label;
  }

  /** An amount in a column with such a header. */
  String cell(BigDecimal amount, String currency) {
    String figure = Figures.amount(amount);
    return codes.size() == 1 || currency.isEmpty() ? figure : figure + " " + currency;
  }

  /** An amount in a sentence or tile. */
  static String say(BigDecimal amount, String currency) {
    return (currency.isEmpty() ? "" : currency + Figures.JOIN) + Figures.briefAmount(amount);
  }

  /** Amounts by currency in a sentence or tile; nothing is said as a dash. */
  String say(Map<String, BigDecimal> amounts) {
    if (amounts.isEmpty()) {
      return Figures.NOTHING;
    }
    return amounts.entrySet().stream()
        .map(entry -> say(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(" and "));
  }
}
