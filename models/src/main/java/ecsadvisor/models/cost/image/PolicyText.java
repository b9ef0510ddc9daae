package ecsadvisor.models.cost.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The text of a lifecycle policy: the rules that are there, and ours behind them. */
final class PolicyText {
  private PolicyText() {}

  /**
   * The text.
   *
   * @param before the present text, which parses; blank for none
   * @param present what it says
   * @param untaggedDays days for untagged images; zero for no such rule
   * @param keptTagged tagged images that stay; zero for no such rule
   * @return empty where there is no rule to add
   */
  static String of(String before, LifecyclePolicy present, int untaggedDays, int keptTagged) {
    List<String> rules = new ArrayList<>();
    int priority = present.lastPriority();
    if (untaggedDays > 0) {
      rules.add(
          rule(
              """
              {"rulePriority":%d,"description":"untagged images go after %d days",\
              "selection":{"tagStatus":"untagged","countType":"sinceImagePushed",\
              "countUnit":"days","countNumber":%d},"action":{"type":"expire"}}""",
              ++priority, untaggedDays));
    }
    if (keptTagged > 0) {
      rules.add(
          rule(
              """
              {"rulePriority":%d,"description":"the newest %d tagged images stay",\
              "selection":{"tagStatus":"tagged","tagPatternList":["*"],\
              "countType":"imageCountMoreThan","countNumber":%d},"action":{"type":"expire"}}""",
              ++priority, keptTagged));
    }
    if (rules.isEmpty()) {
      return "";
    }
    String added = String.join(",", rules);
    if (present.rules().isEmpty()) {
      return "{\"rules\":[" + added + "]}";
    }
    int end = Json.endOfArray(before, "rules");
    return before.substring(0, end) + "," + added + before.substring(end);
  }

  private static String rule(String format, int priority, int number) {
    return String.format(Locale.ROOT, format, priority, number, number);
  }
}
