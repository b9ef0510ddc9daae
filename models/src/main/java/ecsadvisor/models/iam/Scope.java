package ecsadvisor.models.iam;

import ecsadvisor.models.fact.security.PolicyStatement;
import java.util.List;
import java.util.Locale;

/**
 * Whether a statement applies to an action and a resource. Both may be patterns: then it applies
 * where it covers the pattern as a whole, except for what a NotAction or NotResource names.
 */
final class Scope {
  private static final String ALL = "*";

  private Scope() {}

  static Truth applies(PolicyStatement statement, String action, String resource, Context context) {
    Truth actions = Truth.of(acts(statement, action));
    return actions == Truth.NO
        ? Truth.NO
        : actions
            .and(reaches(statement, resource))
            .and(Conditions.hold(statement.conditions(), context));
  }

  /** Whether it concerns an action. Actions have no case. */
  static boolean acts(PolicyStatement statement, String action) {
    String asked = plainAction(action);
    for (String pattern : statement.actions()) {
      if (Wildcards.covers(plainAction(pattern), asked)) {
        return !statement.allActionsBut();
      }
    }
    return statement.allActionsBut();
  }

  private static Truth reaches(PolicyStatement statement, String resource) {
    Truth listed = Truth.NO;
    for (String pattern : statement.resources()) {
      listed = listed.or(covers(pattern, resource));
    }
    return statement.allResourcesBut() ? listed.not() : listed;
  }

  /** A policy variable may stand for any text. */
  private static Truth covers(String pattern, String resource) {
    if (!pattern.contains("${")) {
      return Truth.of(Wildcards.covers(plainResource(pattern), resource));
    }
    return Wildcards.covers(withoutVariables(pattern), resource) ? Truth.MAYBE : Truth.NO;
  }

  /** The actions of a pattern in lower case; {@code *:*} is {@code *}. */
  static String plainAction(String pattern) {
    String lower = pattern.toLowerCase(Locale.ROOT);
    return isWild(lower, ":") ? ALL : lower;
  }

  /** {@code arn:aws:*} and the like is {@code *}. */
  static String plainResource(String pattern) {
    String[] parts = pattern.split(":", 3);
    boolean every =
        parts.length == 3
            && parts[0].equals("arn")
            && (parts[1].startsWith("aws") || parts[1].equals(ALL))
            && isWild(parts[2], ":/");
    return every || isWild(pattern, "") || pattern.equals("arn:*") ? ALL : pattern;
  }

  /** Whether any of the patterns stands for all resources. */
  static boolean everything(List<String> resources) {
    return resources.stream().anyMatch(pattern -> plainResource(pattern).equals(ALL));
  }

  /** Whether a text has a star and nothing but stars and separators. */
  private static boolean isWild(String text, String separators) {
    boolean star = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      star |= c == '*';
      if (c != '*' && separators.indexOf(c) < 0) {
        return false;
      }
    }
    return star;
  }

  private static String withoutVariables(String pattern) {
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      int start = pattern.indexOf("${", at);
      int end = start < 0 ? -1 : pattern.indexOf('}', start);
      if (end < 0) {
        return plain.append(pattern, at, pattern.length()).toString();
      }
      plain.append(pattern, at, start).append('*');
      at = end + 1;
    }
    return plain.toString();
  }
}
