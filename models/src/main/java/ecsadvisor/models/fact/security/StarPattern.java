package ecsadvisor.models.fact.security;

/** Texts of AWS's settings in which {@code *} stands for any text, also none. */
public final class StarPattern {
  private StarPattern() {}

  /** Whether a character of a pattern, which is no star, stands for one of a text. */
  @FunctionalInterface
  public interface Fits {
    boolean test(char pattern, char text);
  }

  /** Whether a pattern matches a whole text, in time proportional to the lengths' product. */
  public static boolean matches(String pattern, String text) {
    return matches(pattern, text, (one, other) -> one == other);
  }

  /** The same where other characters of a pattern than the star have a meaning too. */
  public static boolean matches(String pattern, String text, Fits fits) {
    int at = 0;
    int from = 0;
    int star = -1;
    int starText = 0;
    while (at < text.length()) {
      if (from < pattern.length() && pattern.charAt(from) == '*') {
        star = from++;
        starText = at;
      } else if (from < pattern.length() && fits.test(pattern.charAt(from), text.charAt(at))) {
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
}
