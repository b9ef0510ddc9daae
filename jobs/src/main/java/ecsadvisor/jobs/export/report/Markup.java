package ecsadvisor.jobs.export.report;

/**
 * Last look at a rendered page: characters that no XML document may hold, and those that reverse
 * the reading direction of what follows, become U+FFFD. Names come from tags that anybody may set.
 */
final class Markup {
  private static final char REPLACEMENT = '\uFFFD';

  private Markup() {}

  static String legal(String page) {
    StringBuilder legal = new StringBuilder(page.length());
    page.codePoints().forEach(point -> legal.appendCodePoint(isLegal(point) ? point : REPLACEMENT));
    return legal.toString();
  }

  private static boolean isLegal(int point) {
    if (point < 0x20) {
      return point == '\t' || point == '\n' || point == '\r';
    }
    boolean isHalfAPair = point >= 0xD800 && point <= 0xDFFF;
    boolean turnsDirection =
        (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return !isHalfAPair && !turnsDirection && point != 0xFFFE && point != 0xFFFF;
  }
}
