package ecsadvisor.models.secret;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in the parts of a labelled text that are made up: <code>{alnum:20}</code> for twenty random
 * letters and digits, <code>{+}</code> for nothing, so that no text in the repository has the form
 * of a real key.
 */
final class SyntheticSecret {
  private static final Pattern PART =
      Pattern.compile("\\{(?:(alnum|upper|base32|digits|hex|b64|strong):(\\d+)|(uuid|nl|\\+))\\}");
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";

  private final Random random;

  SyntheticSecret(long seed) {
    random = new Random(seed);
  }

  /** The text with its parts filled in. */
  String fill(String text) {
    Matcher parts = PART.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (parts.find()) {
      String part =
          parts.group(1) == null
              ? fixed(parts.group(3))
              : random(alphabet(parts.group(1)), Integer.parseInt(parts.group(2)));
      parts.appendReplacement(filled, Matcher.quoteReplacement(part));
    }
    return parts.appendTail(filled).toString();
  }

  private String fixed(String part) {
    return switch (part) {
      case "nl" -> "\n";
      case "uuid" -> String.join("-", hex(8), hex(4), hex(4), hex(4), hex(12));
      default -> "";
    };
  }

  private String hex(int length) {
    return random(alphabet("hex"), length);
  }

  private static String alphabet(String name) {
    return switch (name) {
      case "upper" -> UPPER + DIGITS;
      case "base32" -> UPPER + "234567";
      case "digits" -> DIGITS;
      case "hex" -> DIGITS + "abcdef";
      case "b64" -> UPPER + LOWER + DIGITS + "+/";
      case "strong" -> UPPER + LOWER + DIGITS + "!#%*_-.";
      default -> UPPER + LOWER + DIGITS;
    };
  }

  private String random(String alphabet, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
