package ecsadvisor.models.iam;

import ecsadvisor.models.fact.security.StarPattern;

/**
 * Patterns of IAM: {@code *} stands for any text, {@code ?} for one character. Nothing here takes
 * longer than the product of the lengths, whatever the pattern.
 */
public final class Wildcards {
  private Wildcards() {}

  /** Whether a text fits a pattern. */
  public static boolean matches(String pattern, String text) {
    return StarPattern.matches(pattern, text, (one, other) -> one == '?' || one == other);
  }

  /**
   * Whether all texts that fit the inner pattern fit the outer one. A yes is always right; a no may
   * be wrong where the inner pattern reaches the same texts by another way of writing it.
   */
  public static boolean covers(String outer, String inner) {
    // A star of the inner pattern is reached by a star only.
    return StarPattern.matches(
        outer, inner, (one, other) -> one == '?' ? other != '*' : one == other);
  }
}
