package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.finding.Lever;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All recommendations by lever, in the order in which their savings are counted.
 *
 * @param leftHeader header of the column of what is left of the saving
 * @param groups one per lever with advice
 */
public record AdviceSection(String leftHeader, List<Group> groups) {

  private static final int SHOWN = 25;

  /**
   * The advice of one lever.
   *
   * @param name the lever
   * @param count recommendations of it
   * @param lines the largest savings
   * @param more recommendations that are not shown
   */
  public record Group(String name, String count, List<AdviceLine> lines, int more) {}

  static AdviceSection of(ReportModel model, Currencies currencies) {
    Map<Integer, List<RecommendationRow>> levers = new TreeMap<>();
    for (RecommendationRow row : model.recommendations()) {
      levers.computeIfAbsent(Levers.order(row), order -> new ArrayList<>()).add(row);
    }
    return new AdviceSection(
        currencies.header("Saving left"),
        levers.values().stream().map(rows -> group(rows, currencies)).toList());
  }

  private static Group group(List<RecommendationRow> rows, Currencies currencies) {
    rows.sort(AdviceLine.LARGEST);
    Lever lever = Levers.of(rows.get(0));
    return new Group(
        lever == null ? "Watching costs" : lever.label(),
        Figures.count(rows.size(), "recommendation"),
        rows.stream().limit(SHOWN).map(row -> AdviceLine.of(row, currencies)).toList(),
        Math.max(0, rows.size() - SHOWN));
  }
}
