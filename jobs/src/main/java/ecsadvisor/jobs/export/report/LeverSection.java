package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.finding.Lever;
import java.util.List;
import java.util.Set;

/**
 * The open advice of one lever with the numbers behind it.
 *
 * @param id anchor of the section
 * @param title its heading
 * @param lead what the advice goes by
 * @param nothing what to say where there is none
 * @param savingHeader header of the column of savings, with the currency
 * @param lines largest saving first
 * @param more advice that is not shown
 */
public record LeverSection(
    String id,
    String title,
    String lead,
    String nothing,
    String savingHeader,
    List<AdviceLine> lines,
    int more) {

  static final int SHOWN = 12;

  static LeverSection of(
      ReportModel model,
      Currencies currencies,
      Set<Lever> levers,
      String title,
      String lead,
      String nothing) {
    List<RecommendationRow> rows =
        model.recommendations().stream()
            .filter(Totals::isOpen)
            .filter(row -> isOf(levers, row))
            .sorted(AdviceLine.LARGEST)
            .toList();
    return new LeverSection(
        Levers.section(levers.iterator().next()),
        title,
        lead,
        nothing,
        currencies.header("Saves a month"),
        rows.stream().limit(SHOWN).map(row -> AdviceLine.of(row, currencies)).toList(),
        Math.max(0, rows.size() - SHOWN));
  }

  private static boolean isOf(Set<Lever> levers, RecommendationRow row) {
    Lever lever = Levers.of(row);
    return lever != null && levers.contains(lever);
  }
}
