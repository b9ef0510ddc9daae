package ecsadvisor.jobs.source.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import ecsadvisor.models.fact.security.SecretHit.Confidence;
import ecsadvisor.models.secret.SecretAllowance;
import ecsadvisor.models.secret.SecretRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code [[rules]]} table of gitleaks. */
final class RuleTables {
  private static final Set<String> HEEDED =
      Set.of("id", "regex", "keywords", "entropy", "secretGroup", "allowlist", "allowlists");
  private static final Set<String> IGNORED = Set.of("description", "tags");

  private RuleTables() {}

  /** The rule, or null where it cannot be used; the messages say why. */
  static @Nullable SecretRule read(JsonNode table, Messages messages) {
    String id = table.path("id").asText();
    if (!id.matches("[A-Za-z0-9._-]{1,100}")) {
      messages.mistake("a rule needs an id of letters, digits, dots and dashes");
      return null;
    }
    String rule = "rule " + id + ": ";
    for (var entry : table.properties()) {
      if (!HEEDED.contains(entry.getKey()) && !IGNORED.contains(entry.getKey())) {
        // Such a rule means something narrower than its expression alone.
        messages.warn(rule + "not used, because " + entry.getKey() + " is not supported");
        return null;
      }
    }
    Pattern pattern = pattern(rule, table.path("regex"), messages);
    JsonNode entropy = table.path("entropy");
    JsonNode group = table.path("secretGroup");
    if (!entropy.isMissingNode() && !entropy.isNumber()) {
      messages.mistake(rule + "entropy must be a number");
      return null;
    }
    if (pattern == null) {
      return null;
    }
    if (!group.isMissingNode()
        && (!group.isInt() || group.asInt() < 0 || group.asInt() > pattern.groupCount())) {
      messages.mistake(
          rule + "secretGroup must be between 0 and " + pattern.groupCount() + ", its groups");
      return null;
    }
    List<SecretAllowance> allowances = new ArrayList<>();
    allowances.addAll(AllowLists.read(table.path("allowlist"), rule, messages));
    allowances.addAll(AllowLists.read(table.path("allowlists"), rule, messages));
    return new SecretRule(
        id,
        Confidence.HIGH,
        texts(table.path("keywords")),
        pattern.pattern(),
        group.asInt(0),
        entropy.asDouble(0),
        allowances);
  }

  /** An expression that RE2 can run, or null with a mistake. */
  static @Nullable Pattern pattern(String where, JsonNode regex, Messages messages) {
    if (!regex.isTextual() || regex.textValue().isEmpty()) {
      messages.mistake(where + "regex is missing");
      return null;
    }
    try {
      return Pattern.compile(regex.textValue());
    } catch (PatternSyntaxException e) {
      messages.mistake(where + "regex is not in RE2's syntax: " + e.getDescription());
      return null;
    }
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
