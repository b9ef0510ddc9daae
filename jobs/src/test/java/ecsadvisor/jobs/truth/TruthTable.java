package ecsadvisor.jobs.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Verdicts against the truth, control by control, as a table of Markdown. */
final class TruthTable {
  static final String END = "<!-- end of truth table -->";

  private static final List<String> CONTROLS =
      List.of(
          "COST-01", "COST-02", "COST-03", "COST-04", "COST-05", "COST-06", "COST-07", "COST-08",
          "COST-09", "COST-10");

  /**
   * How often a control is right; advice (FAIL) is what is to be found.
   *
   * @param hits advice that was planted and given
   * @param falseAlarms given, not planted
   * @param misses planted, not given
   * @param equal verdicts of all four kinds that are the truth's
   * @param all verdicts
   */
  record Score(int hits, int falseAlarms, int misses, int equal, int all) {
    static Score of(List<Judgement> judgements, String control) {
      int hits = 0;
      int falseAlarms = 0;
      int misses = 0;
      int equal = 0;
      int all = 0;
      for (Judgement judgement : judgements) {
        if (!judgement.control().equals(control)) {
          continue;
        }
        boolean planted = judgement.expected().equals("FAIL");
        boolean given = judgement.verdict().equals("FAIL");
        hits += planted && given ? 1 : 0;
        falseAlarms += !planted && given ? 1 : 0;
        misses += planted && !given ? 1 : 0;
        equal += judgement.equal() ? 1 : 0;
        all++;
      }
      return new Score(hits, falseAlarms, misses, equal, all);
    }

    int planted() {
      return hits + misses;
    }

    double precision() {
      return hits + falseAlarms == 0 ? 1 : (double) hits / (hits + falseAlarms);
    }

    double recall() {
      return planted() == 0 ? 1 : (double) hits / planted();
    }

    double share() {
      return (double) equal / all;
    }

    private String cells() {
      return String.format(
          Locale.ROOT,
          " %d | %.3f | %.3f | %d of %d |",
          planted(),
          precision(),
          recall(),
          equal,
          all);
    }
  }

  private TruthTable() {}

  /** The ten cost controls. */
  static List<String> costControls() {
    return CONTROLS;
  }

  /** The rows of the security frameworks that the truth has, in the truth's order. */
  static List<String> securityControls(List<Judgement> judgements) {
    return judgements.stream()
        .map(Judgement::control)
        .filter(control -> !CONTROLS.contains(control))
        .distinct()
        .toList();
  }

  /**
   * The table's lines.
   *
   * @param planted what a planted FAIL is called
   */
  static List<String> lines(
      List<String> controls, String planted, List<Judgement> sample, List<Judgement> others) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| control | sample: %s planted | precision | recall | verdicts equal | 20 others: %s planted | precision | recall | verdicts equal |"
            .formatted(planted, planted));
    lines.add("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (String control : controls) {
      lines.add(
          "| "
              + control
              + " |"
              + Score.of(sample, control).cells()
              + Score.of(others, control).cells());
    }
    return lines;
  }
}
