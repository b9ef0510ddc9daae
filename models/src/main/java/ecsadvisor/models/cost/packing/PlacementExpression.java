package ecsadvisor.models.cost.packing;

import ecsadvisor.models.fact.security.StarPattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a memberOf constraint in ECS's cluster query language, as far as it speaks of
 * attributes: {@code ==, !=, >, <} are text comparisons here only for the first two; {@code =~, !~}
 * with plain patterns, {@code in, not_in, exists, !exists}, joined by {@code and}, {@code or},
 * {@code not} and brackets.
 *
 * <p>Answers true, false, or null where it cannot tell: an attribute that is not known, another
 * subject such as {@code task:group}, or text that is no expression.
 */
final class PlacementExpression {
  private static final int LONGEST = 1_000;
  private static final Pattern TOKEN =
      Pattern.compile("\\s*([()\\[\\],]|==|!=|=~|!~|!exists\\b|&&|\\|\\||!|[^\\s()\\[\\],=!&|]+)");
  private static final Pattern PLAIN = Pattern.compile("[\\w.*\\-:/]*");

  private final Deque<String> tokens;
  private final Map<String, String> attributes;
  private boolean isBroken;

  private PlacementExpression(Deque<String> tokens, Map<String, String> attributes) {
    this.tokens = tokens;
    this.attributes = attributes;
  }

  /**
   * Whether an instance fulfils an expression.
   *
   * @param attributes what is known of the instance: value by name
   */
  static @Nullable Boolean holds(String expression, Map<String, String> attributes) {
    Deque<String> tokens = tokens(expression);
    if (tokens == null) {
      return null;
    }
    PlacementExpression parser = new PlacementExpression(tokens, attributes);
    Boolean result = parser.either();
    boolean isRead = !parser.isBroken && tokens.isEmpty();
    return isRead ? result : null;
  }

  private static @Nullable Deque<String> tokens(String expression) {
    if (expression.length() > LONGEST) {
      return null;
    }
    Deque<String> tokens = new ArrayDeque<>();
    Matcher matcher = TOKEN.matcher(expression);
    int end = 0;
    while (end < expression.length() && matcher.find(end) && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    return expression.substring(end).isBlank() ? tokens : null;
  }

  private @Nullable Boolean either() {
    Boolean result = both();
    while (nextIs("or", "||")) {
      Boolean other = both();
      boolean isTrue = Boolean.TRUE.equals(result) || Boolean.TRUE.equals(other);
      boolean isKnown = isTrue || (result != null && other != null);
      result = isKnown ? Boolean.valueOf(isTrue) : null;
    }
    return result;
  }

  private @Nullable Boolean both() {
    Boolean result = single();
    while (nextIs("and", "&&")) {
      Boolean other = single();
      boolean isFalse = Boolean.FALSE.equals(result) || Boolean.FALSE.equals(other);
      boolean isKnown = isFalse || (result != null && other != null);
      result = isKnown ? Boolean.valueOf(!isFalse) : null;
    }
    return result;
  }

  private @Nullable Boolean single() {
    if (nextIs("not", "!")) {
      Boolean inner = single();
      return inner == null ? null : Boolean.valueOf(!inner);
    }
    if (nextIs("(", "(")) {
      Boolean inner = either();
      isBroken |= !nextIs(")", ")");
      return inner;
    }
    String subject = tokens.poll();
    String operator = tokens.poll();
    if (subject == null || operator == null) {
      isBroken = true;
      return null;
    }
    List<String> values =
        operator.equals("exists") || operator.equals("!exists") ? List.of() : values();
    if (!subject.startsWith("attribute:")) {
      return null;
    }
    return compare(attributes.get(subject.substring("attribute:".length())), operator, values);
  }

  private List<String> values() {
    List<String> values = new ArrayList<>();
    if (!nextIs("[", "[")) {
      String value = tokens.poll();
      isBroken |= value == null;
      return value == null ? values : List.of(value);
    }
    while (!nextIs("]", "]")) {
      String value = tokens.poll();
      if (value == null) {
        isBroken = true;
        return values;
      }
      if (!value.equals(",")) {
        values.add(value);
      }
    }
    return values;
  }

  private static @Nullable Boolean compare(
      @Nullable String actual, String operator, List<String> values) {
    if (actual == null) {
      return null;
    }
    String first = values.isEmpty() ? "" : values.get(0);
    return switch (operator) {
      case "==", "equals" -> actual.equals(first);
      case "!=", "not_equals" -> !actual.equals(first);
      case "in" -> values.contains(actual);
      case "not_in", "!in" -> !values.contains(actual);
      case "exists" -> true;
      case "!exists", "not_exists" -> false;
      case "=~", "matches" -> matches(actual, first);
      case "!~", "not_matches" -> {
        Boolean matches = matches(actual, first);
        yield matches == null ? null : Boolean.valueOf(!matches);
      }
      default -> null;
    };
  }

  /** Patterns of letters, dots and stars only; a star stands for any text, as {@code .*} does. */
  private static @Nullable Boolean matches(String actual, String pattern) {
    if (!PLAIN.matcher(pattern).matches()) {
      return null;
    }
    return StarPattern.matches(
        pattern.replace(".*", "*"), actual, (one, other) -> one == '.' || one == other);
  }

  private boolean nextIs(String word, String other) {
    String next = tokens.peek();
    if (next == null || !(next.equals(word) || next.equals(other))) {
      return false;
    }
    tokens.poll();
    return true;
  }
}
