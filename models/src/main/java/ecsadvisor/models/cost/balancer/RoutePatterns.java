package ecsadvisor.models.cost.balancer;

import java.util.List;

/**
 * Whether a request could match the rules of two load balancers. Patterns have the wildcards of
 * Elastic Load Balancing: {@code *} for any characters, {@code ?} for one.
 *
 * <p>The default action, {@code *|*}, is no conflict: on a shared load balancer it becomes a rule
 * on the host names of its own clients.
 */
final class RoutePatterns {
  private static final String DEFAULT_ACTION = "*|*";

  private RoutePatterns() {}

  /** Whether any two rules, one of each list, could match the same request. */
  static boolean overlap(List<String> some, List<String> others) {
    for (String one : some) {
      for (String other : others) {
        if (!one.equals(DEFAULT_ACTION) && !other.equals(DEFAULT_ACTION) && meet(one, other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean meet(String one, String other) {
    return intersect(host(one), host(other)) && intersect(path(one), path(other));
  }

  private static String host(String route) {
    int bar = route.indexOf('|');
    return bar < 0 ? route : route.substring(0, bar);
  }

  private static String path(String route) {
    int bar = route.indexOf('|');
    return bar < 0 ? "*" : route.substring(bar + 1);
  }

  /** Whether some text matches both patterns: reachability over pairs of positions. */
  static boolean intersect(String one, String other) {
    boolean[] row = new boolean[other.length() + 1];
    row[0] = true;
    for (int i = 0; i <= one.length(); i++) {
      boolean[] next = new boolean[row.length];
      for (int j = 0; j <= other.length(); j++) {
        if (!row[j]) {
          continue;
        }
        boolean starOne = i < one.length() && one.charAt(i) == '*';
        boolean starOther = j < other.length() && other.charAt(j) == '*';
        if (j < other.length() && (starOne || starOther)) {
          row[j + 1] = true;
        }
        if (i < one.length() && (starOne || starOther)) {
          next[j] = true;
        }
        if (i < one.length() && j < other.length() && same(one.charAt(i), other.charAt(j))) {
          next[j + 1] = true;
        }
      }
      if (i == one.length()) {
        return row[other.length()];
      }
      row = next;
    }
    throw new AssertionError("Not reached");
  }

  private static boolean same(char one, char other) {
    return one == other || one == '?' || other == '?';
  }
}
