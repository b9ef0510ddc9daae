package ecsadvisor.jobs.source.utilization;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import ecsadvisor.jobs.source.FileQuality;
import ecsadvisor.jobs.source.file.FileFinder;
import ecsadvisor.jobs.source.file.FileScan;
import ecsadvisor.jobs.source.file.FileUnit;
import ecsadvisor.jobs.source.file.QualityRows;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Utilization files of any form to packed points, one row per series and day of the files that a
 * task reads.
 *
 * <p>The rows of {@link #read} hold three things at once, so that one pass gives them all: the
 * caller persists the dataset and derives the usage ({@code UsageFacts}), the tasks and the counts
 * from it. Points carry their time and are merged as sets, so it changes nothing when a file is
 * read twice or a record is delivered twice.
 */
public final class UtilizationSource {
  /** A task hands over what it has after so many points, to bound its memory. */
  private static final long POINTS_IN_MEMORY = 4_000_000;

  private UtilizationSource() {}

  /**
   * The files under the locations, in any depth, ordered by name.
   *
   * @throws ecsadvisor.jobs.source.UserMistake when a location does not exist
   */
  public static List<FileUnit> find(Configuration hadoop, List<String> uris) {
    return FileFinder.find(hadoop, "--utilization", uris).stream()
        .filter(file -> !MetricAnswerFiles.request(file.uri()))
        .toList();
  }

  /** Likewise, with the session's settings of Hadoop. */
  public static List<FileUnit> find(SparkSession spark, List<String> uris) {
    return find(spark.sparkContext().hadoopConfiguration(), uris);
  }

  /**
   * What the files hold: columns row_kind (POINTS, BALANCER, TASK, QUALITY), account_id, region,
   * cluster_name, service_name, container, task_id, source, metric, day, points ({@link
   * ecsadvisor.models.timeseries.PackedPoints}), quality. To be persisted.
   */
  public static Dataset<Row> read(SparkSession spark, List<FileUnit> files) {
    return FileScan.rows(spark, files, UtilizationRows.SCHEMA, Rows::new);
  }

  /** What was read of each file, ordered by file. Runs the scan unless the rows are persisted. */
  public static List<FileQuality> quality(Dataset<Row> rows) {
    return QualityRows.collect(rows);
  }

  /**
   * The services of the tasks that performance events tell of: resource_id (the task's ARN, or its
   * bare id where account or region is not known), cluster_name, service_name; each once.
   */
  public static Dataset<Row> tasks(Dataset<Row> rows) {
    Column partition =
        when(col("region").startsWith("cn-"), lit("aws-cn"))
            .when(col("region").startsWith("us-gov-"), lit("aws-us-gov"))
            .otherwise(lit("aws"));
    Column arn =
        concat(
            lit("arn:"),
            partition,
            lit(":ecs:"),
            col("region"),
            lit(":"),
            col("account_id"),
            lit(":task/"),
            col("cluster_name"),
            lit("/"),
            col("task_id"));
    Column placed = col("account_id").notEqual("").and(col("region").notEqual(""));
    return rows.filter(col("row_kind").equalTo(UtilizationRows.TASK))
        .select(
            when(placed, arn).otherwise(col("task_id")).as("resource_id"),
            col("cluster_name"),
            col("service_name"))
        .distinct();
  }

  /** The rows of a task's files, made while they are asked for. */
  private static final class Rows implements Iterator<Row> {
    private final Iterator<FileUnit> files;
    private final Configuration hadoop;
    private final PointStore store = new PointStore();
    private final Queue<Row> ready = new ArrayDeque<>();

    Rows(List<FileUnit> files, Configuration hadoop) {
      this.files = files.iterator();
      this.hadoop = hadoop;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && files.hasNext()) {
        String uri = files.next().uri();
        ready.add(UtilizationRows.quality(UtilizationReader.read(uri, hadoop, store)));
        if (!files.hasNext() || store.points() > POINTS_IN_MEMORY) {
          store.drain(ready::add);
        }
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
