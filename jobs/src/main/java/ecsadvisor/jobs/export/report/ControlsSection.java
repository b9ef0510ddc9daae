package ecsadvisor.jobs.export.report;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts by framework, and the controls that fail most.
 *
 * @param frameworks one line each
 * @param failing controls with failures, most first
 * @param moreFailing controls with failures that are not shown
 * @param notImplemented controls that no code judges yet
 */
public record ControlsSection(
    List<Line> frameworks, List<Line> failing, int moreFailing, List<String> notImplemented) {

  private static final int FAILING_SHOWN = 15;
  private static final String[] BAR = {"bar-pass", "bar-fail", "bar-nodata"};

  /** Counts with their score, which never stands without the coverage. */
  public record Line(
      String name,
      String title,
      String pass,
      String fail,
      String notApplicable,
      String noData,
      String coverage,
      String score,
      Content bar) {}

  static ControlsSection of(ReportModel model) {
    Map<String, ControlCount> frameworks = new TreeMap<>();
    List<ControlCount> failing = new ArrayList<>();
    List<String> notImplemented = new ArrayList<>();
    for (ControlCount count : model.controls().stream().sorted(ControlCount.ORDER).toList()) {
      frameworks.merge(
          count.framework(),
          new ControlCount(count.framework(), "", "", 0, 0, 0, 0, 0, 0).plus(count),
          ControlCount::plus);
      if (count.fail() > 0) {
        failing.add(count);
      }
      if (count.notImplemented() > 0) {
        notImplemented.add(count.framework() + " " + count.controlId() + " " + count.title());
      }
    }
    failing.sort((left, right) -> Long.compare(right.fail(), left.fail()));
    int shown = Math.min(FAILING_SHOWN, failing.size());
    return new ControlsSection(
        frameworks.values().stream().map(count -> line(count.framework(), count)).toList(),
        failing.subList(0, shown).stream()
            .map(count -> line(count.framework() + " " + count.controlId(), count))
            .toList(),
        failing.size() - shown,
        List.copyOf(notImplemented));
  }

  private static Line line(String name, ControlCount count) {
    return new Line(
        name,
        count.title(),
        Figures.count(count.pass()),
        Figures.count(count.fail()),
        Figures.count(count.notApplicable()),
        Figures.count(count.noData()),
        percent(count.coverage()),
        percent(count.score()),
        Bar.stacked(BAR, new long[] {count.pass(), count.fail(), count.noData()}));
  }

  private static String percent(@Nullable Double share) {
    return share == null ? Figures.NOTHING : Figures.percent(share);
  }
}
