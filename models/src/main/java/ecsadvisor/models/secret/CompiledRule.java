package ecsadvisor.models.secret;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A rule ready to be asked. */
final class CompiledRule {
  private static final int MOST_MATCHES = 50;

  private final SecretRule rule;
  private final List<String> keywords;
  private final Pattern pattern;
  private final List<CompiledAllowance> allowances;

  /**
   * Compiles a rule.
   *
   * @param shared allowances that concern all rules or name theirs
   */
  CompiledRule(SecretRule rule, List<CompiledAllowance> shared) {
    this.rule = rule;
    this.keywords =
        rule.keywords().stream().map(word -> word.toLowerCase(Locale.ROOT)).distinct().toList();
    this.pattern = Pattern.compile(rule.pattern());
    this.allowances = CompiledAllowance.of(rule.id(), rule.allowances(), shared);
  }

  SecretRule rule() {
    return rule;
  }

  /** Its keywords in lower case. */
  List<String> keywords() {
    return keywords;
  }

  /**
   * The first secret in a line, or null.
   *
   * @param line name and value, with one of the keywords in it
   * @param valueStart where the value begins; what begins before it is no secret
   */
  @Nullable String find(String line, int valueStart) {
    Matcher matcher = pattern.matcher(line);
    for (int i = 0; i < MOST_MATCHES && matcher.find(); i++) {
      int group = group(matcher);
      String secret = matcher.group(group);
      if (secret != null
          && !secret.isEmpty()
          && matcher.start(group) >= valueStart
          && isRandomEnough(secret)
          && !isAllowed(secret, matcher.group(), line)) {
        return secret;
      }
    }
    return null;
  }

  private int group(Matcher matcher) {
    if (rule.group() > 0) {
      return rule.group();
    }
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String text = matcher.group(group);
      if (text != null && !text.isEmpty()) {
        return group;
      }
    }
    return 0;
  }

  private boolean isRandomEnough(String secret) {
    return rule.minimumEntropy() == 0 || Entropy.bitsPerCharacter(secret) >= rule.minimumEntropy();
  }

  private boolean isAllowed(String secret, String match, String line) {
    return allowances.stream().anyMatch(allowance -> allowance.allows(secret, match, line));
  }
}
