package ecsadvisor.models.cost.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small strict reader of JSON (RFC 8259) for policies: texts of a few kilobytes that need no
 * library. Objects become maps, arrays lists, numbers doubles.
 */
final class Json {
  private static final int DEEPEST = 32;
  private static final int UNICODE_DIGITS = 4;
  private static final int HEX = 16;

  private final String text;
  private final String wanted;
  private int at;
  private int endOfWanted = -1;

  private Json(String text, String wanted) {
    this.text = text;
    this.wanted = wanted;
  }

  /**
   * The value of a text.
   *
   * @throws IllegalArgumentException if it is not JSON, or an object has a key twice
   */
  static @Nullable Object read(String text) {
    return new Json(text, "").whole();
  }

  /**
   * Where the array that the outermost object has under a key ends: the index of its bracket.
   *
   * @throws IllegalArgumentException if the text is not JSON or has no such array
   */
  static int endOfArray(String text, String key) {
    Json json = new Json(text, key);
    json.whole();
    if (json.endOfWanted < 0) {
      throw json.broken();
    }
    return json.endOfWanted;
  }

  private @Nullable Object whole() {
    Object value = value(0);
    skipBlanks();
    if (at != text.length()) {
      throw broken();
    }
    return value;
  }

  private @Nullable Object value(int depth) {
    if (depth > DEEPEST) {
      throw broken();
    }
    skipBlanks();
    char next = peek();
    if (next == '{') {
      return object(depth);
    }
    if (next == '[') {
      return array(depth);
    }
    if (next == '"') {
      return string();
    }
    if (next == '-' || isDigit(next)) {
      return number();
    }
    return word();
  }

  private Map<String, @Nullable Object> object(int depth) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    at++;
    skipBlanks();
    if (taken('}')) {
      return entries;
    }
    do {
      skipBlanks();
      String key = string();
      skipBlanks();
      take(':');
      Object value = value(depth + 1);
      if (depth == 0 && key.equals(wanted) && value instanceof List) {
        endOfWanted = at - 1;
      }
      if (entries.containsKey(key)) {
        throw broken();
      }
      entries.put(key, value);
      skipBlanks();
    } while (taken(','));
    take('}');
    return entries;
  }

  private List<@Nullable Object> array(int depth) {
    List<@Nullable Object> values = new ArrayList<>();
    at++;
    skipBlanks();
    if (taken(']')) {
      return values;
    }
    do {
      values.add(value(depth + 1));
      skipBlanks();
    } while (taken(','));
    take(']');
    return values;
  }

  private String string() {
    take('"');
    StringBuilder string = new StringBuilder();
    while (true) {
      char next = peek();
      at++;
      if (next == '"') {
        return string.toString();
      }
      if (next < ' ') {
        throw broken();
      }
      string.append(next == '\\' ? escaped() : next);
    }
  }

  private char escaped() {
    char kind = peek();
    at++;
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw broken();
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < UNICODE_DIGITS; i++) {
      int digit = Character.digit(peek(), HEX);
      if (digit < 0) {
        throw broken();
      }
      code = code * HEX + digit;
      at++;
    }
    return (char) code;
  }

  private Double number() {
    int from = at;
    taken('-');
    if (!taken('0')) {
      digits();
    }
    if (taken('.')) {
      digits();
    }
    if (taken('e') || taken('E')) {
      if (!taken('+')) {
        taken('-');
      }
      digits();
    }
    return Double.valueOf(text.substring(from, at));
  }

  private void digits() {
    int from = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at == from) {
      throw broken();
    }
  }

  private @Nullable Object word() {
    if (takenWord("true")) {
      return true;
    }
    if (takenWord("false")) {
      return false;
    }
    if (takenWord("null")) {
      return null;
    }
    throw broken();
  }

  private boolean takenWord(String word) {
    boolean found = text.startsWith(word, at);
    at += found ? word.length() : 0;
    return found;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw broken();
    }
    return text.charAt(at);
  }

  private boolean taken(char character) {
    boolean found = at < text.length() && text.charAt(at) == character;
    at += found ? 1 : 0;
    return found;
  }

  private void take(char character) {
    if (!taken(character)) {
      throw broken();
    }
  }

  private IllegalArgumentException broken() {
    return new IllegalArgumentException("Not JSON at character " + at);
  }
}
