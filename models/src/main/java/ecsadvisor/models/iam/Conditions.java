package ecsadvisor.models.iam;

import ecsadvisor.models.fact.security.PolicyStatement.Condition;
import java.util.List;
import java.util.Locale;

/** Whether the conditions of a statement hold, as far as the request is known. */
final class Conditions {
  private static final String IF_EXISTS = "ifexists";

  private Conditions() {}

  /** All of them. */
  static Truth hold(List<Condition> conditions, Context context) {
    Truth truth = Truth.YES;
    for (Condition condition : conditions) {
      truth = truth.and(holds(condition, context));
    }
    return truth;
  }

  private static Truth holds(Condition condition, Context context) {
    String value = context.value(condition.key());
    if (value == null) {
      return Truth.MAYBE;
    }
    String operator = condition.operator().toLowerCase(Locale.ROOT);
    String plain =
        operator.endsWith(IF_EXISTS)
            ? operator.substring(0, operator.length() - IF_EXISTS.length())
            : operator;
    return switch (plain) {
      case "stringequals" -> any(condition.values(), value, false, false);
      case "stringequalsignorecase", "bool" -> any(condition.values(), value, false, true);
      case "stringlike" -> any(condition.values(), value, true, false);
      case "stringnotequals" -> any(condition.values(), value, false, false).not();
      case "stringnotequalsignorecase" -> any(condition.values(), value, false, true).not();
      case "stringnotlike" -> any(condition.values(), value, true, false).not();
      default -> Truth.MAYBE;
    };
  }

  private static Truth any(
      List<String> expected, String value, boolean patterns, boolean ignoreCase) {
    Truth truth = Truth.NO;
    String own = ignoreCase ? value.toLowerCase(Locale.ROOT) : value;
    for (String one : expected) {
      String other = ignoreCase ? one.toLowerCase(Locale.ROOT) : one;
      truth =
          truth.or(
              other.contains("${")
                  ? Truth.MAYBE
                  : Truth.of(patterns ? Wildcards.matches(other, own) : other.equals(own)));
    }
    return truth;
  }
}
