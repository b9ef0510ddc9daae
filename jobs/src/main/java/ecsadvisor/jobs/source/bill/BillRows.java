package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import ecsadvisor.jobs.source.FileQuality;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The bill's lines as {@link CanonicalBill} rows, and what is known of them once an action has read
 * them all.
 *
 * <p>Counts are observed while the rows pass by, so {@link #totals}, {@link #quality} and {@link
 * #lastCompleteDay} cost no scan of their own; they wait for an action on {@link #rows} to have
 * ended and must not be called before.
 */
public final class BillRows {
  static final String INPUT = "bill";

  private final Dataset<Row> rows;
  private final List<BillGroup> groups;

  BillRows(Dataset<Row> rows, List<BillGroup> groups) {
    this.rows = rows;
    this.groups = List.copyOf(groups);
  }

  /** The lines. */
  public Dataset<Row> rows() {
    return rows;
  }

  /** Lines and billed cost of each billing period, in order. */
  public List<ObservedTotals> totals() {
    Map<String, ObservedTotals> totals = new TreeMap<>();
    for (BillGroup group : groups) {
      for (ObservedTotals part : group.totals()) {
        totals.merge(
            part.billingPeriod(),
            part,
            (a, b) ->
                new ObservedTotals(
                    a.billingPeriod(),
                    a.lines() + b.lines(),
                    Math.addExact(a.billed(), b.billed())));
      }
    }
    return List.copyOf(totals.values());
  }

  /**
   * The last day whose usage the bill holds whole: the day before the one in which the latest usage
   * ends. Lines longer than a day (taxes, fees) do not count. Null for a bill without usage.
   */
  public @Nullable LocalDate lastCompleteDay() {
    Instant last = null;
    for (BillGroup group : groups) {
      Instant end = group.lastUsageEnd();
      if (end != null && (last == null || end.isAfter(last))) {
        last = end;
      }
    }
    return last == null ? null : last.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
  }

  /** What was read of each file, in the order of {@link BillInput#files}. */
  public List<FileQuality> quality() {
    List<FileQuality> quality = new ArrayList<>();
    for (BillGroup group : groups) {
      Map<String, Row> bad = group.hasBadRows() ? badRowsByFile(group) : Map.of();
      for (BillFile file : group.files()) {
        quality.add(quality(file, bad.get(fileName(file.uri()))));
      }
    }
    return List.copyOf(quality);
  }

  /** Which files the bad rows are in: a second look, taken only where there are some. */
  private static Map<String, Row> badRowsByFile(BillGroup group) {
    Map<String, Row> byFile = new HashMap<>();
    Dataset<Row> counts =
        group
            .unobserved()
            .where(col(CanonicalBill.BAD_COST).or(col(CanonicalBill.BAD_TIME)))
            .groupBy(BillGroup.FILE)
            .agg(
                count(lit(1)),
                coalesce(sum(when(col(CanonicalBill.BAD_COST), 1L)), lit(0L)),
                coalesce(sum(when(col(CanonicalBill.BAD_TIME), 1L)), lit(0L)));
    for (Row row : counts.collectAsList()) {
      byFile.put(fileName(row.getString(0)), row);
    }
    return byFile;
  }

  private static FileQuality quality(BillFile file, @Nullable Row bad) {
    Map<String, Long> reasons = new TreeMap<>();
    long badRows = 0;
    if (bad != null) {
      badRows = bad.getLong(1);
      putPositive(reasons, "cost unreadable, counted as zero", bad.getLong(2));
      putPositive(reasons, "start time unreadable, put on the first of the month", bad.getLong(3));
    }
    return new FileQuality(
        INPUT,
        file.uri(),
        file.dialect().name(),
        file.rows(),
        file.rows() - badRows,
        0,
        badRows,
        reasons,
        truncated(file.firstTime()),
        truncated(file.lastTime()));
  }

  private static void putPositive(Map<String, Long> reasons, String reason, long count) {
    if (count > 0) {
      reasons.put(reason, count);
    }
  }

  private static @Nullable Instant truncated(@Nullable Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
  }

  /** A URI's path without scheme and escapes, as Spark and Hadoop spell it differently. */
  private static String fileName(String uri) {
    String path = new org.apache.hadoop.fs.Path(uri).toUri().getPath();
    return java.net.URLDecoder.decode(
        path.replace("+", "%2B").replaceAll("%(?![0-9a-fA-F]{2})", "%25"),
        java.nio.charset.StandardCharsets.UTF_8);
  }
}
