package ecsadvisor.models.iam;

/**
 * Patterns of IAM: {@code *} stands for any text, {@code ?} for one character. Nothing here takes
 * longer than the product of the lengths, whatever the pattern.
 */
public final class Wildcards {
  private Wildcards() {}

  /** Whether a text fits a pattern. */
  public static boolean matches(String pattern, String text) {
    return fits(pattern, text, false);
  }

  /**
   * Whether all texts that fit the inner pattern fit the outer one. A yes is always right; a no may
   * be wrong where the inner pattern reaches the same texts by another way of writing it.
   */
  public static boolean covers(String outer, String inner) {
    return fits(outer, inner, true);
  }

  /** With {@code ofPatterns}, a star in the text is reached by a star only. */
  private static boolean fits(String pattern, String text, boolean ofPatterns) {
    int at = 0;
    int from = 0;
    int star = -1;
    int starText = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      char p = from < pattern.length() ? pattern.charAt(from) : 0;
      if (from < pattern.length() && p == '*') {
        star = from++;
        starText = at;
      } else if (from < pattern.length() && fits(p, c, ofPatterns)) {
        from++;
        at++;
      } else if (star >= 0) {
        from = star + 1;
        at = ++starText;
      } else {
        return false;
      }
    }
    while (from < pattern.length() && pattern.charAt(from) == '*') {
      from++;
    }
    return from == pattern.length();
  }

  private static boolean fits(char pattern, char text, boolean ofPatterns) {
    return pattern == '?' ? !(ofPatterns && text == '*') : pattern == text;
  }
}
