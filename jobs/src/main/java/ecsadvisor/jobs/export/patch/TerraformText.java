package ecsadvisor.jobs.export.patch;

import java.util.Locale;

/** A text as a quoted string of Terraform's language that means exactly that text. */
final class TerraformText {
  private TerraformText() {}

  static String quoted(String text) {
    StringBuilder result = new StringBuilder("\"");
    int[] codePoints = text.codePoints().toArray();
    for (int i = 0; i < codePoints.length; i++) {
      int codePoint = codePoints[i];
      boolean isMarker = codePoint == '$' || codePoint == '%';
      if (codePoint == '"' || codePoint == '\\') {
        result.append('\\').appendCodePoint(codePoint);
      } else if (isMarker && i + 1 < codePoints.length && isMarkup(codePoints[i + 1])) {
        // Such as ${ and %{, which would begin an expression.
        result.append(escape(codePoint));
      } else if (PlainText.isPlain(codePoint)) {
        result.appendCodePoint(codePoint);
      } else {
        result.append(escape(codePoint));
      }
    }
    return result.append('"').toString();
  }

  private static boolean isMarkup(int codePoint) {
    return codePoint == '{' || codePoint == '$' || codePoint == '%';
  }

  private static String escape(int codePoint) {
    if (codePoint == '\n') {
      return "\\n";
    }
    int encodable = Character.getType(codePoint) == Character.SURROGATE ? 0xFFFD : codePoint;
    return String.format(Locale.ROOT, encodable > 0xFFFF ? "\\U%08x" : "\\u%04x", encodable);
  }
}
