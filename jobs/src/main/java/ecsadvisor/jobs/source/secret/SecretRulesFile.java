package ecsadvisor.jobs.source.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import ecsadvisor.jobs.source.UserMistake;
import ecsadvisor.models.secret.SecretAllowance;
import ecsadvisor.models.secret.SecretRule;
import ecsadvisor.models.secret.SecretRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A user's rules in the format of gitleaks (TOML). They come on top of the program's own; allow
 * lists at the top of the file concern those too, so that a false finding can be silenced.
 *
 * @param rules the program's rules and the user's
 * @param warnings what the file says that cannot be heeded here, one line each
 */
public record SecretRulesFile(SecretRules rules, List<String> warnings) {
  static final String OPTION = "--secret-rules";
  private static final Set<String> IGNORED = Set.of("title", "description", "minVersion");

  public SecretRulesFile {
    warnings = List.copyOf(warnings);
  }

  /** The program's own rules. */
  public static SecretRulesFile none() {
    return new SecretRulesFile(SecretRules.builtIn(), List.of());
  }

  /**
   * Reads a file.
   *
   * @param text its content
   * @param file its name, for messages
   * @throws UserMistake with one line per mistake, naming file and rule
   */
  public static SecretRulesFile read(String text, String file) {
    JsonNode root = parse(text, file);
    Messages messages = new Messages(OPTION + " " + file + ": ");
    List<SecretRule> rules = new ArrayList<>();
    List<SecretAllowance> shared = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    root.properties()
        .forEach(
            entry -> {
              switch (entry.getKey()) {
                case "rules" ->
                    entry.getValue().forEach(rule -> addRule(rule, ids, rules, messages));
                case "allowlist", "allowlists" ->
                    shared.addAll(AllowLists.read(entry.getValue(), "", messages));
                case "extend" ->
                    messages.warn(
                        "extend is not followed; the program's own rules always count, and other"
                            + " files must be copied into this one");
                default -> {
                  if (!IGNORED.contains(entry.getKey())) {
                    messages.warn("unknown key " + entry.getKey() + " is not heeded");
                  }
                }
              }
            });
    if (rules.isEmpty() && shared.isEmpty() && messages.isClean()) {
      messages.mistake("neither [[rules]] nor [[allowlists]] in it");
    }
    messages.throwMistakes();
    return new SecretRulesFile(
        SecretRules.builtIn().and(new SecretRules(rules, shared)), messages.warnings());
  }

  private static JsonNode parse(String text, String file) {
    try {
      return new TomlMapper().readTree(text);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
      throw new UserMistake("%s %s: not TOML%s".formatted(OPTION, file, line));
    }
  }

  private static void addRule(
      JsonNode rule, Set<String> ids, List<SecretRule> rules, Messages messages) {
    SecretRule read = RuleTables.read(rule, messages);
    if (read == null) {
      return;
    }
    if (!ids.add(read.id())) {
      messages.mistake("rule " + read.id() + " stands twice in it");
      return;
    }
    rules.add(read);
  }
}
