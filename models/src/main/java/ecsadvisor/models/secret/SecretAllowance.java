package ecsadvisor.models.secret;

import java.io.Serializable;
import java.util.List;

/**
 * What is no secret although a rule finds it.
 *
 * @param patterns expressions in RE2's syntax, of which one must be found
 * @param stopWords texts of which the secret contains one, whatever their case
 * @param target what the expressions look at
 * @param all whether expressions and stop words must both speak for it; else one of them suffices
 * @param rules ids of the rules that it concerns; empty for all
 */
public record SecretAllowance(
    List<String> patterns, List<String> stopWords, Target target, boolean all, List<String> rules)
    implements Serializable {
  public SecretAllowance {
    patterns = List.copyOf(patterns);
    stopWords = List.copyOf(stopWords);
    rules = List.copyOf(rules);
  }

  /** What an expression looks at. */
  public enum Target {
    /** The secret. */
    SECRET,
    /** All that the rule's pattern matches. */
    MATCH,
    /** Name and value. */
    LINE
  }
}
