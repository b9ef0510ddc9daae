package ecsadvisor.jobs.source.bill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds a file's columns whatever their spelling.
 *
 * <p>Names are compared by their letters and digits, without case: {@code lineItem/UnblendedCost},
 * {@code line_item_unblended_cost}, {@code savings_plan_savings_plan_a_r_n} against {@code
 * ..._arn}, {@code BilledCost} against Glue's {@code billedcost}, and tag columns that differ by
 * case only are each the same column.
 */
final class ColumnNames {
  private final Map<String, List<String>> bySqueezed = new TreeMap<>();

  ColumnNames(Iterable<String> names) {
    for (String name : names) {
      bySqueezed.computeIfAbsent(squeeze(name), key -> new ArrayList<>()).add(name);
    }
  }

  /** Letters and digits of a name in lower case. */
  static String squeeze(String name) {
    StringBuilder squeezed = new StringBuilder(name.length());
    String lower = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c > 127) {
        squeezed.append(c);
      }
    }
    return squeezed.toString();
  }

  boolean has(String name) {
    return bySqueezed.containsKey(squeeze(name));
  }

  /** The file's own names of a column, sorted; none where it is absent. */
  List<String> all(String name) {
    return bySqueezed.getOrDefault(squeeze(name), List.of()).stream().sorted().toList();
  }

  /** Whether one of the names stands alone (a map) or before a dot (a key selected from a map). */
  boolean hasMapOrDot(String... maps) {
    for (String map : maps) {
      if (has(map)) {
        return true;
      }
      for (List<String> names : bySqueezed.values()) {
        for (String name : names) {
          if (name.toLowerCase(Locale.ROOT).startsWith(map + ".")) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
