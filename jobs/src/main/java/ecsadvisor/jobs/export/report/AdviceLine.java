package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.RecommendationRow;
import java.util.Comparator;
import java.util.List;

/**
 * One recommendation as a line of a table.
 *
 * @param subject the service or resource
 * @param place cluster, account and region
 * @param owner who is asked; empty without a tag
 * @param change what to do
 * @param reasons why
 * @param evidence the numbers, as name and value
 * @param left what is left of its saving after the advice before it, a month
 * @param interval in which that lies four times in five; empty where it is sure or not known
 * @param alone what it would save on its own
 * @param confidence 0 to 1
 * @param status where it stands; empty where it is open
 * @param patch link to its patch; empty for none
 */
public record AdviceLine(
    String subject,
    String place,
    String owner,
    String change,
    List<ReasonWords> reasons,
    List<MethodSection.Entry> evidence,
    String left,
    String interval,
    String alone,
    String confidence,
    String status,
    String patch) {

  /** Largest saving left first, then by name. */
  static final Comparator<RecommendationRow> LARGEST =
      Comparator.comparing((RecommendationRow row) -> Figures.cents(row.waterfallMonthlySavings()))
          .reversed()
          .thenComparing(Names::key)
          .thenComparing(RecommendationRow::recommendationId);

  static AdviceLine of(RecommendationRow row, Currencies currencies) {
    Subject subject = Subject.of(row);
    return new AdviceLine(
        subject.name(),
        subject.place(),
        row.owner(),
        ChangeWords.of(row),
        ReasonWords.of(row.findingReasonCodes()),
        SizingCard.parts(row.evidence()).stream().map(AdviceLine::entry).toList(),
        currencies.cell(Figures.cents(row.waterfallMonthlySavings()), row.currencyCode()),
        Figures.interval(row.savingsP10(), row.savingsP90()),
        currencies.cell(Figures.cents(row.standaloneMonthlySavings()), row.currencyCode()),
        Figures.decimal(row.confidence(), 2),
        standing(row),
        PatchLink.of(row));
  }

  private static String standing(RecommendationRow row) {
    if (row.status().equals("Open") && row.statusReason().isEmpty()) {
      return "";
    }
    return row.statusReason().isEmpty() ? row.status() : row.status() + " · " + row.statusReason();
  }

  private static MethodSection.Entry entry(String part) {
    int equals = part.indexOf('=');
    return equals < 0
        ? new MethodSection.Entry(part, "")
        : new MethodSection.Entry(
            part.substring(0, equals).replace('_', ' '), part.substring(equals + 1));
  }
}
