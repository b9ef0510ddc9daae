package ecsadvisor.jobs.export.patch;

/** Text of others within Markdown: shown as it is, never as markup, HTML or a table's border. */
final class MarkdownText {
  private static final String SPECIAL = "\\`*_{}[]()<>#!|~&$@";

  private MarkdownText() {}

  static String of(String text) {
    StringBuilder result = new StringBuilder();
    // Addresses, which would become links by themselves.
    String line = PlainText.line(text).replace("://", ":\0//").replace("www.", "www\0.");
    line.codePoints()
        .forEach(
            codePoint -> {
              switch (codePoint) {
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '&' -> result.append("&amp;");
                case '\0' -> result.append('\\');
                default -> {
                  if (SPECIAL.indexOf(codePoint) >= 0) {
                    result.append('\\');
                  }
                  result.appendCodePoint(codePoint);
                }
              }
            });
    return result.toString();
  }
}
