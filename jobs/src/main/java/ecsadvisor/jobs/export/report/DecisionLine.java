package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.RecommendationRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One decision of the week as the page prints it.
 *
 * @param subject the service or resource
 * @param place cluster, account and region
 * @param owner who is asked
 * @param changes what to do, in order
 * @param money what it saves in a month, with its currency
 * @param risk the highest performance risk of the changes
 * @param verdict what the held-out days said of the new size; empty where the size stays
 * @param room what the service needs more of first; empty for nothing
 * @param window when to make the change; empty for any time
 * @param why it is among the week's decisions
 */
public record DecisionLine(
    String subject,
    String place,
    String owner,
    List<Change> changes,
    String money,
    String risk,
    String verdict,
    String room,
    String window,
    String why) {

  /**
   * One change of it.
   *
   * @param words what to do
   * @param money what it saves in a month
   * @param anchor where the page shows its evidence
   * @param patch link to its patch; empty for none
   */
  public record Change(String words, String money, String anchor, String patch) {}

  /** The changes in one line. */
  public String inOneLine() {
    return ChangeWords.inOneLine(changes.stream().map(Change::words).toList());
  }

  static List<DecisionLine> of(ReportModel model, SizingSection sizing) {
    Map<String, String> cards = sizing.anchors();
    return Decision.ofWeek(model).stream().map(decision -> line(decision, cards)).toList();
  }

  private static DecisionLine line(Decision decision, Map<String, String> cards) {
    RecommendationRow first = decision.first();
    Subject subject = Subject.of(first);
    return new DecisionLine(
        subject.name(),
        subject.place(),
        Names.owner(first.owner()),
        decision.changes().stream().map(row -> change(row, cards)).toList(),
        Currencies.say(decision.saving(), first.currencyCode()),
        SizingCard.riskWords(decision.risk()),
        verdict(decision),
        decision.room().stream().map(DecisionLine::room).collect(Collectors.joining("; ")),
        decision.plan().window(),
        decision.plan().why());
  }

  private static Change change(RecommendationRow row, Map<String, String> cards) {
    return new Change(
        ChangeWords.of(row),
        Figures.briefAmount(Figures.cents(row.waterfallMonthlySavings())),
        cards.getOrDefault(row.recommendationId(), Levers.section(Levers.of(row))),
        PatchLink.of(row));
  }

  private static String verdict(Decision decision) {
    return decision.changes().stream()
        .filter(SizingSection::isSizing)
        .map(Backtest::sentence)
        .findFirst()
        .orElse("");
  }

  private static String room(RecommendationRow row) {
    return "%s, for %s a month"
        .formatted(
            ChangeWords.of(row),
            Currencies.say(
                Figures.cents(row.waterfallMonthlySavings()).negate(), row.currencyCode()));
  }
}
