package ecsadvisor.jobs.export.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts that break out of quotes, lines, templates and tables; the same ones every time. */
final class HostileTexts {
  private static final List<String> PIECES =
      List.of(
          "'",
          "\"",
          "\\",
          "`",
          "$",
          "$(touch pwned)",
          "`touch pwned`",
          "${x}",
          "$${x}",
          "$$",
          "%",
          "%{if true}",
          "%%{",
          "%%",
          "{",
          "}",
          "\n",
          "\r",
          "\t",
          "\u001b[2J",
          "\u0007",
          "\u007f",
          "\u0085",
          "\u2028",
          "\u202e",
          "\u200b",
          "\ufeff",
          "é",
          "ı",
          "漢",
          "😀",
          "!",
          "!!",
          "&",
          ";",
          "|",
          "||",
          "<",
          ">",
          "#",
          "*",
          "~",
          "-",
          "--",
          "-- ",
          " ",
          "EOF",
          "\nEOF\n",
          "'\\''",
          "$'",
          "\\x41",
          "\\n",
          "\\u0041",
          "a",
          "7",
          "0x1f",
          "{{",
          "}}",
          "<script>",
          "](javascript:",
          "file:///etc/passwd",
          "=",
          ":",
          "- ",
          "!!python/object",
          "&a",
          "*a",
          "null",
          "yes");

  private HostileTexts() {}

  static List<String> some(int count) {
    Random random = new Random(20261124);
    List<String> texts = new ArrayList<>(PIECES);
    texts.add("");
    while (texts.size() < count) {
      StringBuilder text = new StringBuilder();
      int pieces = 1 + random.nextInt(8);
      for (int i = 0; i < pieces; i++) {
        text.append(
            random.nextInt(5) == 0 ? codePoint(random) : PIECES.get(random.nextInt(PIECES.size())));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static String codePoint(Random random) {
    while (true) {
      int codePoint = 1 + random.nextInt(0x10FFFF);
      if (Character.getType(codePoint) != Character.SURROGATE) {
        return Character.toString(codePoint);
      }
    }
  }
}
