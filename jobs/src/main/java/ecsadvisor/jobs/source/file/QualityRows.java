package ecsadvisor.jobs.source.file;

import ecsadvisor.jobs.source.FileQuality;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Carries {@link FileQuality} through Spark, in a column {@code quality} beside the facts. */
public final class QualityRows {
  /** The column's type. */
  public static final StructType SCHEMA =
      new StructType()
          .add("input", DataTypes.StringType)
          .add("file", DataTypes.StringType)
          .add("kind", DataTypes.StringType)
          .add("rows_read", DataTypes.LongType)
          .add("rows_used", DataTypes.LongType)
          .add("rows_ignored", DataTypes.LongType)
          .add("rows_bad", DataTypes.LongType)
          .add("reasons", DataTypes.createArrayType(DataTypes.StringType))
          .add("reason_counts", DataTypes.createArrayType(DataTypes.LongType))
          .add("first_time", DataTypes.TimestampType)
          .add("last_time", DataTypes.TimestampType);

  private QualityRows() {}

  /** The struct of one file's counts. */
  public static Row of(FileQuality quality) {
    return RowFactory.create(
        quality.input(),
        quality.file(),
        quality.kind(),
        quality.rowsRead(),
        quality.rowsUsed(),
        quality.rowsIgnored(),
        quality.rowsBad(),
        quality.reasons().keySet().toArray(),
        quality.reasons().values().toArray(),
        timestamp(quality.firstTime()),
        timestamp(quality.lastTime()));
  }

  /** The counts of all files, ordered by file, from rows with a column {@code quality}. */
  public static List<FileQuality> collect(Dataset<Row> rows) {
    return rows
        .filter(functions.col("quality").isNotNull())
        .select("quality.*")
        .collectAsList()
        .stream()
        .map(QualityRows::quality)
        .sorted(Comparator.comparing(FileQuality::file))
        .toList();
  }

  private static FileQuality quality(Row row) {
    List<String> reasons = row.getList(7);
    List<Long> counts = row.getList(8);
    Map<String, Long> byReason = new HashMap<>();
    for (int i = 0; i < reasons.size(); i++) {
      byReason.put(reasons.get(i), counts.get(i));
    }
    return new FileQuality(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        byReason,
        instant(row.get(9)),
        instant(row.get(10)));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Object value) {
    return value instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) value;
  }
}
