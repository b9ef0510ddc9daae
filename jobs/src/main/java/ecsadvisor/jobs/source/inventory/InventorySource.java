package ecsadvisor.jobs.source.inventory;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import ecsadvisor.jobs.source.FileQuality;
import ecsadvisor.jobs.source.file.FileAccess;
import ecsadvisor.jobs.source.file.FileFinder;
import ecsadvisor.jobs.source.file.FileScan;
import ecsadvisor.jobs.source.file.FileUnit;
import ecsadvisor.jobs.source.file.QualityRows;
import ecsadvisor.models.secret.SecretDetector;
import ecsadvisor.models.secret.SecretRules;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Inventory files of any form to one row per resource and time of reading: kind, account_id,
 * region, collected_at, arn, origin, body (JSON without secrets), beside one row with column {@code
 * quality} per file.
 */
public final class InventorySource {
  private static final StructType SCHEMA =
      new StructType()
          .add("kind", DataTypes.StringType)
          .add("account_id", DataTypes.StringType)
          .add("region", DataTypes.StringType)
          .add("collected_at", DataTypes.TimestampType)
          .add("arn", DataTypes.StringType)
          .add("origin", DataTypes.StringType)
          .add("body", DataTypes.StringType)
          .add("quality", QualityRows.SCHEMA);

  private InventorySource() {}

  /**
   * The files under the locations, in any depth, ordered by name.
   *
   * @throws ecsadvisor.jobs.source.UserMistake when a location does not exist
   */
  public static List<FileUnit> find(Configuration hadoop, List<String> uris) {
    return FileFinder.find(hadoop, "--inventory", uris);
  }

  /** Likewise, with the session's settings of Hadoop. */
  public static List<FileUnit> find(SparkSession spark, List<String> uris) {
    return find(spark.sparkContext().hadoopConfiguration(), uris);
  }

  /** What the files hold, by the rules for secrets that come with the program. */
  public static Dataset<Row> read(SparkSession spark, List<FileUnit> files) {
    return read(spark, files, SecretRules.builtIn());
  }

  /**
   * What the files hold. To be persisted when both items and counts are asked for.
   *
   * @param rules what secrets look like; compiled once in each task
   */
  public static Dataset<Row> read(SparkSession spark, List<FileUnit> files, SecretRules rules) {
    return FileScan.rows(
        spark, files, SCHEMA, (mine, hadoop) -> new Rows(mine, hadoop, new SecretDetector(rules)));
  }

  /** What was read of each file, ordered by file. */
  public static List<FileQuality> quality(Dataset<Row> rows) {
    return QualityRows.collect(rows);
  }

  /**
   * The newest state of each resource, ordered by kind, ARN, account and region; what has been
   * deleted since is left out.
   */
  public static List<InventoryItem> items(Dataset<Row> rows) {
    return rows
        .filter(col("kind").isNotNull())
        .groupBy("kind", "account_id", "region", "arn")
        .agg(max(struct(col("collected_at"), col("origin"), col("body"))).as("newest"))
        .filter(col("newest.body").notEqual(""))
        .collectAsList()
        .stream()
        .map(InventorySource::item)
        .sorted(
            Comparator.comparing(InventoryItem::kind)
                .thenComparing(InventoryItem::arn)
                .thenComparing(InventoryItem::accountId)
                .thenComparing(InventoryItem::region))
        .toList();
  }

  private static InventoryItem item(Row row) {
    Row newest = row.getStruct(4);
    return new InventoryItem(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        instant(newest.get(0)),
        row.getString(3),
        InventoryItem.Origin.valueOf(newest.getString(1)),
        newest.getString(2));
  }

  private static Instant instant(Object value) {
    return value instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) value;
  }

  private static Row row(@Nullable InventoryItem item, @Nullable FileQuality quality) {
    return RowFactory.create(
        item == null ? null : item.kind(),
        item == null ? null : item.accountId(),
        item == null ? null : item.region(),
        item == null ? null : Timestamp.from(item.collectedAt()),
        item == null ? null : item.arn(),
        item == null ? null : item.origin().name(),
        item == null ? null : item.body(),
        quality == null ? null : QualityRows.of(quality));
  }

  /** The rows of a task's files, one file at a time. */
  private static final class Rows implements Iterator<Row> {
    private final Iterator<FileUnit> files;
    private final Configuration hadoop;
    private final SecretDetector detector;
    private final Queue<Row> ready = new ArrayDeque<>();

    Rows(List<FileUnit> files, Configuration hadoop, SecretDetector detector) {
      this.detector = detector;
      this.files = files.iterator();
      this.hadoop = hadoop;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && files.hasNext()) {
        Path path = new Path(files.next().uri());
        FileQuality quality =
            InventoryReader.read(
                path.toString(),
                () -> FileAccess.of(path, hadoop).open(path),
                detector,
                item -> ready.add(row(item, null)));
        ready.add(row(null, quality));
      }
      return !ready.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }
  }
}
