package ecsadvisor.jobs.source.file;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Shares files out over Spark's tasks; each task reads whole files with plain Java. */
public final class FileScan {
  private static final long BYTES_PER_TASK = 64L << 20;
  private static final int TASKS_PER_CORE = 3;

  /** Reads a task's files and gives its rows. */
  public interface Reader extends Serializable {
    Iterator<Row> read(List<FileUnit> files, Configuration hadoop);
  }

  private FileScan() {}

  /** The rows that the reader makes of the files. Nothing is read before an action asks. */
  public static Dataset<Row> rows(
      SparkSession spark, List<FileUnit> files, StructType schema, Reader reader) {
    if (files.isEmpty()) {
      return spark.createDataFrame(List.of(), schema);
    }
    int cores = spark.sparkContext().defaultParallelism();
    List<List<FileUnit>> bundles = bundles(files, cores * TASKS_PER_CORE);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<HadoopSettings> hadoop =
        context.broadcast(new HadoopSettings(spark.sparkContext().hadoopConfiguration()));
    JavaRDD<Row> rows =
        context
            .parallelize(bundles, bundles.size())
            .mapPartitions(
                partition -> {
                  List<FileUnit> mine = new ArrayList<>();
                  partition.forEachRemaining(mine::addAll);
                  return reader.read(mine, hadoop.value().configuration());
                });
    return spark.createDataFrame(rows, schema);
  }

  /**
   * The files in bundles of about equal size: the largest first, each to the lightest bundle. As
   * many bundles as keep every core busy, and more when that makes them smaller than 64 MB.
   */
  static List<List<FileUnit>> bundles(List<FileUnit> files, int atLeast) {
    long bytes = files.stream().mapToLong(FileUnit::bytes).sum();
    long wanted = Math.max(atLeast, bytes / BYTES_PER_TASK);
    int count = (int) Math.max(1, Math.min(files.size(), wanted));
    List<FileUnit> largestFirst = new ArrayList<>(files);
    largestFirst.sort(
        Comparator.comparingLong(FileUnit::bytes).reversed().thenComparing(FileUnit::uri));
    List<List<FileUnit>> bundles = new ArrayList<>();
    java.util.PriorityQueue<long[]> lightest =
        new java.util.PriorityQueue<>(
            Comparator.<long[]>comparingLong(load -> load[0]).thenComparingLong(load -> load[1]));
    for (int i = 0; i < count; i++) {
      bundles.add(new ArrayList<>());
      lightest.add(new long[] {0, i});
    }
    for (FileUnit file : largestFirst) {
      long[] load = lightest.remove();
      bundles.get((int) load[1]).add(file);
      lightest.add(new long[] {load[0] + file.bytes(), load[1]});
    }
    return Collections.unmodifiableList(bundles);
  }
}
