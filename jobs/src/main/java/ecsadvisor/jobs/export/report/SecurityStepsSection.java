package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.SecurityStepRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What raises the score of the security rows, and for how much a month.
 *
 * @param headline from which score to which, for how much; empty where nothing fails
 * @param steps the steps that are shown, in the order in which they are worth it
 * @param moreSteps steps that are not shown
 */
public record SecurityStepsSection(String headline, List<Line> steps, int moreSteps) {
  private static final int SHOWN = 20;

  /** A step. */
  public record Line(
      String check,
      String statement,
      String remedy,
      String services,
      String rows,
      String cost,
      String range,
      String saves,
      String score) {}

  static SecurityStepsSection of(ReportModel model) {
    List<SecurityStepRow> steps =
        model.securitySteps().stream()
            .sorted(Comparator.comparingInt(SecurityStepRow::step))
            .toList();
    if (steps.isEmpty()) {
      return new SecurityStepsSection("", List.of(), 0);
    }
    List<Line> lines = new ArrayList<>();
    steps.stream().limit(SHOWN).map(SecurityStepsSection::line).forEach(lines::add);
    return new SecurityStepsSection(headline(steps), lines, steps.size() - lines.size());
  }

  private static String headline(List<SecurityStepRow> steps) {
    SecurityStepRow first = steps.get(0);
    SecurityStepRow last = steps.get(steps.size() - 1);
    @Nullable SecurityStepRow free = null;
    for (SecurityStepRow step : steps) {
      if (step.costMonthlyExpected() > step.savesMonthly()) {
        break;
      }
      free = step;
    }
    StringBuilder text = new StringBuilder();
    text.append("Of the security rows that could be judged ")
        .append(percent(first.scoreBefore()))
        .append(" pass.");
    if (free != null) {
      text.append(" Fixes that cost nothing raise that to ")
          .append(percent(free.scoreAfter()))
          .append(".");
    }
    if (free == null || free.step() != last.step()) {
      text.append(" All fixes together raise it to ")
          .append(percent(last.scoreAfter()))
          .append(" for ")
          .append(last.currency())
          .append(' ')
          .append(Figures.amount(Figures.cents(last.netMonthlySoFar())))
          .append(" a month.");
    }
    return text.append(" What could not be judged stays open: the coverage is ")
        .append(percent(last.coverageAfter()))
        .append(".")
        .toString();
  }

  private static Line line(SecurityStepRow step) {
    @Nullable Double high = step.costMonthlyHigh();
    return new Line(
        step.check(),
        step.statement(),
        step.remedy(),
        Figures.count(step.services()),
        Figures.count(step.rowsTurned()),
        money(step.currency(), step.costMonthlyExpected()),
        high == null
            ? "no upper bound known"
            : Figures.interval(step.costMonthlyLow(), step.costMonthlyHigh()),
        step.savesMonthly() == 0 ? Figures.NOTHING : money(step.currency(), step.savesMonthly()),
        percent(step.scoreAfter()));
  }

  private static String money(String currency, double amount) {
    return currency + Figures.JOIN + Figures.amount(Figures.cents(amount));
  }

  private static String percent(@Nullable Double share) {
    return share == null ? Figures.NOTHING : Figures.percent(share);
  }
}
