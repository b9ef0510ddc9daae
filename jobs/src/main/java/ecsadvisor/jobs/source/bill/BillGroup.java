package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Files of the same period and the same columns: they are read together, in one scan. */
final class BillGroup {
  /** The file a row came from; only in {@link #unobserved}. */
  static final String FILE = "file";

  private static final long MICROS_PER_DAY = 86_400_000_000L;

  private final List<BillFile> files;
  private final Dataset<Row> unobserved;
  private final Dataset<Row> canonical;
  private final Dataset<Row> rows;
  private final Observation observation;

  /** Plans the read of the files; their columns are looked at, their rows are not. */
  BillGroup(SparkSession spark, List<BillFile> files, List<String> tagKeys, int number) {
    this.files = List.copyOf(files);
    String[] uris = files.stream().map(BillFile::uri).toArray(String[]::new);
    Dataset<Row> raw = spark.read().option("mergeSchema", false).parquet(uris);
    BillConstants constants = BillConstants.of(files);
    boolean focus = files.get(0).dialect().focus();
    this.canonical =
        focus
            ? FocusLines.canonical(raw, constants, tagKeys)
            : CurLines.canonical(raw, constants, tagKeys);
    Dataset<Row> withFile = raw.withColumn(FILE, col("_metadata.file_path"));
    this.unobserved = badRows(withFile, focus);
    this.observation = new Observation("bill %d".formatted(number));
    List<Column> metrics = metrics();
    this.rows =
        canonical.observe(
            observation, metrics.get(0), metrics.subList(1, metrics.size()).toArray(new Column[0]));
  }

  List<BillFile> files() {
    return files;
  }

  Dataset<Row> rows() {
    return rows;
  }

  /** File and flags of the rows, read apart from {@link #rows}. */
  Dataset<Row> unobserved() {
    return unobserved;
  }

  /**
   * Lines and billed cost by period. Spark observes a row again when it repeats a task (a lost
   * executor, the sampling of a sort): where the number of lines is not that of the files' footers,
   * they are counted anew.
   */
  List<ObservedTotals> totals() {
    List<ObservedTotals> observed = totals(observed());
    long lines = observed.stream().mapToLong(ObservedTotals::lines).sum();
    if (lines == files.stream().mapToLong(BillFile::rows).sum()) {
      return observed;
    }
    List<Column> metrics = metrics();
    Row row =
        canonical
            .agg(metrics.get(0), metrics.subList(1, metrics.size()).toArray(new Column[0]))
            .first();
    Map<String, Object> counted = new HashMap<>();
    for (String name : row.schema().fieldNames()) {
      counted.put(name, row.getAs(name));
    }
    return totals(counted);
  }

  private List<ObservedTotals> totals(Map<String, Object> seen) {
    List<ObservedTotals> totals = new ArrayList<>();
    for (YearMonth period : files.get(0).periods()) {
      totals.add(
          new ObservedTotals(
              period.toString(),
              number(seen.get("lines " + period)),
              number(seen.get("billed " + period))));
    }
    return totals;
  }

  boolean hasBadRows() {
    return number(observed().get("bad")) > 0;
  }

  @Nullable Instant lastUsageEnd() {
    Object micros = observed().get("last");
    return micros == null ? null : Instant.EPOCH.plus((Long) micros, ChronoUnit.MICROS);
  }

  private List<Column> metrics() {
    List<YearMonth> periods = files.get(0).periods();
    List<Column> metrics = new ArrayList<>();
    metrics.add(
        count(when(col(CanonicalBill.BAD_COST).or(col(CanonicalBill.BAD_TIME)), 1)).as("bad"));
    Column start = unix_micros(col(CanonicalBill.INTERVAL_START));
    Column end = unix_micros(col(CanonicalBill.INTERVAL_END));
    metrics.add(
        max(when(
                ChargeTypes.isUsage(col(CanonicalBill.CHARGE_TYPE))
                    .and(end.minus(start).leq(MICROS_PER_DAY)),
                end))
            .as("last"));
    for (YearMonth period : periods) {
      Column billed = col(CanonicalBill.BILLED);
      Column one = lit(1);
      if (periods.size() > 1) {
        Column inPeriod = col(CanonicalBill.BILLING_PERIOD).equalTo(period.toString());
        billed = when(inPeriod, billed);
        one = when(inPeriod, one);
      }
      metrics.add(count(one).as("lines " + period));
      metrics.add(coalesce(sum(billed), lit(0L)).as("billed " + period));
    }
    return metrics;
  }

  private static Dataset<Row> badRows(Dataset<Row> withFile, boolean focus) {
    RawColumns raw = new RawColumns(withFile.schema());
    Column cost = raw.number(focus ? "BilledCost" : "line_item_unblended_cost");
    Column start = raw.time(focus ? "ChargePeriodStart" : "line_item_usage_start_date");
    return withFile.select(
        col(FILE),
        Units.unreadable(cost).as(CanonicalBill.BAD_COST),
        start.isNull().as(CanonicalBill.BAD_TIME));
  }

  private Map<String, Object> observed() {
    try {
      return observation.getAsJava();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static long number(@Nullable Object value) {
    return value == null ? 0 : ((Number) value).longValue();
  }
}
