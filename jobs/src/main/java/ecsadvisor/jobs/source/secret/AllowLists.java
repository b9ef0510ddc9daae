package ecsadvisor.jobs.source.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import ecsadvisor.models.secret.SecretAllowance;
import ecsadvisor.models.secret.SecretAllowance.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Allow lists of gitleaks: one table or several. Paths and commits do not exist here, so that what
 * rests on them alone allows nothing.
 */
final class AllowLists {
  private AllowLists() {}

  /**
   * The allowances.
   *
   * @param where the rule that they belong to, for messages; empty for the whole file
   */
  static List<SecretAllowance> read(JsonNode node, String where, Messages messages) {
    List<SecretAllowance> allowances = new ArrayList<>();
    if (node.isObject()) {
      add(node, where, messages, allowances);
    } else {
      node.forEach(table -> add(table, where, messages, allowances));
    }
    return allowances;
  }

  private static void add(
      JsonNode table, String where, Messages messages, List<SecretAllowance> to) {
    List<String> patterns = new ArrayList<>();
    for (JsonNode regex : table.path("regexes")) {
      Pattern pattern = RuleTables.pattern(where + "allow list: ", regex, messages);
      if (pattern != null) {
        patterns.add(pattern.pattern());
      }
    }
    List<String> stopWords = RuleTables.texts(table.path("stopwords"));
    String condition = table.path("condition").asText("OR").toUpperCase(Locale.ROOT);
    boolean all = condition.equals("AND") || condition.equals("&&");
    boolean elsewhere = table.path("paths").size() > 0 || table.path("commits").size() > 0;
    if ((patterns.isEmpty() && stopWords.isEmpty()) || (all && elsewhere)) {
      return;
    }
    to.add(
        new SecretAllowance(
            patterns,
            stopWords,
            target(table.path("regexTarget").asText(), where, messages),
            all,
            RuleTables.texts(table.path("targetRules"))));
  }

  private static Target target(String name, String where, Messages messages) {
    return switch (name) {
      case "", "secret" -> Target.SECRET;
      case "match" -> Target.MATCH;
      case "line" -> Target.LINE;
      default -> {
        messages.mistake(where + "allow list: regexTarget must be secret, match or line");
        yield Target.SECRET;
      }
    };
  }
}
