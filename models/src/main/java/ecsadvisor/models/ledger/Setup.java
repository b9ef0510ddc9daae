package ecsadvisor.models.ledger;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an action changes, written as {@code name=value;name=value}, such as {@code
 * cpuUnits=512;memoryMiB=1024}. Only text, so that a table can hold it.
 *
 * <p>Use names that stand for a choice somebody made. What moves by itself, such as the running
 * count of a service that scales, does not belong here.
 */
public final class Setup {
  /** Share of the way from the former to the advised value that counts as all of it. */
  private static final double ALL_THE_WAY = 0.98;

  private static final double NOT_STARTED = 0.02;

  private Setup() {}

  /** The text of some names and values, sorted by name. */
  public static String of(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              text.append(text.isEmpty() ? "" : ";").append(clean(name)).append('=');
              text.append(clean(value));
            });
    return text.toString();
  }

  /**
   * How much of a change shows in what runs now. Only names whose former and advised values differ
   * count. A number counts as changed by the share of the way that it went; beyond the advised
   * value is all of it, away from it is none. One name without a present value makes it unknown,
   * unless another one proves that it was not all done.
   */
  public static Applied compare(String former, String advised, String now) {
    SortedMap<String, String> before = parse(former);
    SortedMap<String, String> present = parse(now);
    int changed = 0;
    int unchanged = 0;
    int partly = 0;
    int unknown = 0;
    for (Map.Entry<String, String> target : parse(advised).entrySet()) {
      String was = before.getOrDefault(target.getKey(), "");
      if (was.equals(target.getValue())) {
        continue;
      }
      String is = present.get(target.getKey());
      if (is == null) {
        unknown++;
        continue;
      }
      double way = way(was, target.getValue(), is);
      if (way >= ALL_THE_WAY) {
        changed++;
      } else if (way <= NOT_STARTED) {
        unchanged++;
      } else {
        partly++;
      }
    }
    if (partly > 0 || (changed > 0 && unchanged > 0)) {
      return Applied.PARTLY;
    }
    if (unknown > 0 || changed + unchanged == 0) {
      return Applied.UNKNOWN;
    }
    return changed > 0 ? Applied.FULLY : Applied.NOT;
  }

  /** Whether a name has another value after than before. */
  static boolean changes(String name, String former, String advised) {
    String after = parse(advised).get(name);
    return after != null && !after.equals(parse(former).getOrDefault(name, ""));
  }

  private static double way(String from, String to, String now) {
    double start = number(from);
    double end = number(to);
    double present = number(now);
    if (Double.isNaN(start) || Double.isNaN(end) || Double.isNaN(present) || start == end) {
      return now.equals(to) ? 1 : 0;
    }
    return (present - start) / (end - start);
  }

  private static double number(String text) {
    if (text.isEmpty() || text.length() > 20) {
      return Double.NaN;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && !(c == '-' && i == 0)) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The names and values of a text; what is no pair is left out. */
  public static SortedMap<String, String> parse(String text) {
    SortedMap<String, String> values = new TreeMap<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf(';', start);
      end = end < 0 ? text.length() : end;
      int equals = text.indexOf('=', start);
      if (equals > start && equals < end) {
        values.put(text.substring(start, equals).strip(), text.substring(equals + 1, end).strip());
      }
      start = end + 1;
    }
    return values;
  }

  private static String clean(String text) {
    return text.replace(';', ',').replace('=', ':');
  }
}
