package ecsadvisor.jobs.source.bill;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the folders of a file say of its delivery.
 *
 * <p>AWS writes {@code <export>/data/BILLING_PERIOD=2025-11/[<version>/]<file>} (Data Exports),
 * {@code <report>/<report>/year=2025/month=9/<file>} (legacy Parquet) and {@code
 * <report>/20251101-20251201/[<assembly>/]<file>} (legacy, create new). Paths only find files;
 * which month a line belongs to is read from the line.
 *
 * @param prefix the folders before the period, without {@code data} or {@code metadata}
 * @param period the month that the folders name, or null
 * @param version the folders between the period and the file, joined by a slash; empty when none.
 *     Without a period: only folders that look like a version
 */
record DeliveryPath(String prefix, @Nullable YearMonth period, String version) {
  private static final Pattern BILLING_PERIOD =
      Pattern.compile("(?i)billing_period=(\\d{4})-(\\d{2})");
  private static final Pattern YEAR = Pattern.compile("(?i)year=(\\d{4})");
  private static final Pattern MONTH = Pattern.compile("(?i)month=(\\d{1,2})");
  private static final Pattern RANGE = Pattern.compile("(\\d{4})(\\d{2})\\d{2}-\\d{8}");
  private static final Pattern VERSION =
      Pattern.compile(
          "\\d{8}T\\d{6}Z?|\\d{4}-\\d{2}-\\d{2}T.*"
              + "|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

  /** The delivery of a file by its path with slashes, file name last. */
  static DeliveryPath of(String path) {
    List<String> parts = Arrays.asList(path.split("/", -1));
    int last = parts.size() - 1;
    for (int i = 0; i < last; i++) {
      Matcher range = RANGE.matcher(parts.get(i));
      Matcher named = BILLING_PERIOD.matcher(parts.get(i));
      if (named.matches() || range.matches()) {
        Matcher match = named.matches() ? named : range;
        return at(parts, i, i + 1, match.group(1), match.group(2));
      }
      Matcher year = YEAR.matcher(parts.get(i));
      Matcher month = MONTH.matcher(i + 1 < last ? parts.get(i + 1) : "");
      if (year.matches() && month.matches()) {
        return at(parts, i, i + 2, year.group(1), month.group(1));
      }
    }
    List<String> versions =
        parts.subList(0, last).stream().filter(part -> VERSION.matcher(part).matches()).toList();
    return new DeliveryPath(
        String.join("/", parts.subList(0, last)), null, String.join("/", versions));
  }

  /** A number that orders versions by the time in their name, or null where it has none. */
  static @Nullable Long timeOf(String version) {
    Matcher time =
        Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})T(\\d{2}):?(\\d{2}):?(\\d{2})(?:\\.(\\d{3}))?")
            .matcher(version);
    if (!time.find()) {
      return null;
    }
    StringBuilder digits = new StringBuilder();
    for (int group = 1; group <= 6; group++) {
      digits.append(time.group(group));
    }
    return Long.valueOf(digits.append(time.group(7) == null ? "000" : time.group(7)).toString());
  }

  private static DeliveryPath at(List<String> parts, int from, int to, String year, String month) {
    int end = from;
    if (end > 0 && (parts.get(end - 1).equals("data") || parts.get(end - 1).equals("metadata"))) {
      end--;
    }
    return new DeliveryPath(
        String.join("/", parts.subList(0, end)),
        month(year, month),
        String.join("/", parts.subList(to, parts.size() - 1)));
  }

  private static @Nullable YearMonth month(String year, String month) {
    try {
      return YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
