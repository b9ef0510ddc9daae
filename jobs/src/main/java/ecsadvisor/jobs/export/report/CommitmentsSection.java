package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.CommitmentRow;
import java.util.Comparator;
import java.util.List;

/**
 * Ways to commit: those of one payer exclude each other.
 *
 * @param savingHeader header of the column of savings
 * @param options what is advised first, then largest saving first
 * @param more options that are not shown
 * @param expiring commitments of that kind that end within 90 days, one sentence per scope
 */
public record CommitmentsSection(
    String savingHeader, List<Option> options, int more, List<String> expiring) {

  private static final int SHOWN = 16;

  /** One way to commit. */
  public record Option(
      String scope,
      String kind,
      boolean recommended,
      String rejected,
      String hourly,
      String coverage,
      String utilization,
      String breakEven,
      String saving,
      String ofEcs,
      String existing,
      String rateFrom) {}

  private static final Comparator<CommitmentRow> ORDER =
      Comparator.comparing((CommitmentRow row) -> !row.recommended())
          .thenComparing(row -> Figures.cents(row.monthlySavings()).negate())
          .thenComparing(CommitmentRow::toString);

  static CommitmentsSection of(ReportModel model, Currencies currencies) {
    List<CommitmentRow> rows = model.commitments().stream().sorted(ORDER).toList();
    return new CommitmentsSection(
        currencies.header("Saves a month"),
        rows.stream().limit(SHOWN).map(row -> option(row, currencies)).toList(),
        Math.max(0, rows.size() - SHOWN),
        rows.stream()
            .filter(row -> row.expiring90Days() > 0)
            .map(CommitmentsSection::expiring)
            .distinct()
            .sorted()
            .toList());
  }

  private static Option option(CommitmentRow row, Currencies currencies) {
    return new Option(
        row.scope(),
        kind(row),
        row.recommended(),
        row.rejected(),
        Figures.decimal(row.hourlyCommitment(), 3),
        Figures.percent(row.coverageBefore()) + " → " + Figures.percent(row.coverageAfter()),
        Figures.percent(row.utilizationExpected()),
        Figures.percent(row.breakEvenUtilization()),
        currencies.cell(Figures.cents(row.monthlySavings()), row.currency()),
        currencies.cell(Figures.cents(row.ecsMonthlySavings()), row.currency()),
        Figures.decimal(row.existingCommitment(), 3),
        row.rateFrom());
  }

  private static String kind(CommitmentRow row) {
    String words =
        ChangeWords.commitment(String.join(" ", row.planType(), row.term(), row.paymentOption()));
    return words.endsWith(",") ? words.substring(0, words.length() - 1) : words;
  }

  private static String expiring(CommitmentRow row) {
    return "%s of %s: %s an hour ends within 90 days, of %s."
        .formatted(
            ChangeWords.commitment(row.planType()),
            row.scope(),
            row.currency() + Figures.JOIN + Figures.decimal(row.expiring90Days(), 3),
            Figures.decimal(row.existingCommitment(), 3));
  }
}
