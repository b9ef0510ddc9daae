package ecsadvisor.models.secret;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An allowance ready to be asked. */
final class CompiledAllowance {
  private final SecretAllowance allowance;
  private final List<Pattern> patterns;
  private final List<String> stopWords;

  CompiledAllowance(SecretAllowance allowance) {
    this.allowance = allowance;
    this.patterns = allowance.patterns().stream().map(Pattern::compile).toList();
    this.stopWords =
        allowance.stopWords().stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /** A rule's own allowances and those of all rules that concern it. */
  static List<CompiledAllowance> of(
      String rule, List<SecretAllowance> own, List<CompiledAllowance> shared) {
    return Stream.concat(
            own.stream().map(CompiledAllowance::new),
            shared.stream().filter(allowance -> allowance.concerns(rule)))
        .toList();
  }

  /** Whether what a rule found is no secret. */
  boolean allows(String secret, String match, String line) {
    String text =
        switch (allowance.target()) {
          case SECRET -> secret;
          case MATCH -> match;
          case LINE -> line;
        };
    boolean matches = patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    String lowerCase = secret.toLowerCase(Locale.ROOT);
    boolean stops = stopWords.stream().anyMatch(lowerCase::contains);
    if (allowance.all() && !patterns.isEmpty() && !stopWords.isEmpty()) {
      return matches && stops;
    }
    return matches || stops;
  }

  private boolean concerns(String rule) {
    return allowance.rules().isEmpty() || allowance.rules().contains(rule);
  }
}
