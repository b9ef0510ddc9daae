package ecsadvisor.jobs.source.utilization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.fixture.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class ParquetMetricReaderTest {
  private static final List<String> POINTS =
      List.of(
          "111122223333/eu-west-1/c/s///CLOUDWATCH/CPU_SHARE 2026-11-02 1+1 avg 0.25 max 0.4 n 2");
  private static final String MAP = "map('max', 40.0D, 'sum', 50.0D, 'count', 2.0D, 'p99.9', 1.0D)";
  private static final String STRUCT =
      "named_struct('min', 1.0D, 'max', 40.0D, 'count', 2.0D, 'sum', 50.0D, 'p99_9', cast(null as double))";

  @TempDir private Path folder;
  private int tables;

  private Stored read(SparkSession spark, String timestamp, String value) throws IOException {
    Path file = folder.resolve("t" + tables++);
    spark
        .sql(
            """
            SELECT 'm' metric_stream_name, '111122223333' account_id, 'eu-west-1' region,
              'AWS/ECS' namespace, 'CPUUtilization' metric_name,
              map('ClusterName', 'c', 'ServiceName', 's') dimensions, %s timestamp, %s value,
              'Percent' unit"""
                .formatted(timestamp, value))
        .coalesce(1)
        .write()
        .parquet(file.toString());
    try (var files = Files.list(file)) {
      Path part = files.filter(name -> name.toString().endsWith(".parquet")).findAny().get();
      return read(spark, part);
    }
  }

  private static Stored read(SparkSession spark, Path file) {
    PointStore store = new PointStore();
    return Stored.of(
        UtilizationReader.read(
            file.toUri().toString(), spark.sparkContext().hadoopConfiguration(), store),
        store);
  }

  @Test
  void timeAsNumberAndValueAsMap(SparkSession spark) throws IOException {
    Stored stored = read(spark, "1793577660000L", MAP);
    assertEquals(POINTS, stored.points());
    assertEquals("METRIC_STREAM_PARQUET", stored.quality().kind());
  }

  @Test
  void timeAsTimestampAndValueAsStruct(SparkSession spark) throws IOException {
    for (String type : new String[] {"INT96", "TIMESTAMP_MILLIS", "TIMESTAMP_MICROS"}) {
      spark.conf().set("spark.sql.parquet.outputTimestampType", type);
      String time = "timestamp'2026-11-02 00:01:00Z' + interval 0 seconds";
      assertEquals(POINTS, read(spark, time, STRUCT).points(), type);
    }
    spark.conf().unset("spark.sql.parquet.outputTimestampType");
  }

  @Test
  void recordWithoutValueIsBad(SparkSession spark) throws IOException {
    Stored stored =
        read(spark, "1793577660000L", STRUCT.replaceAll("\\d+\\.0D", "cast(null as double)"));
    assertEquals(1, stored.quality().rowsBad());
  }

  @Test
  void otherTableIsRefused(SparkSession spark) throws IOException {
    spark.range(1).coalesce(1).write().parquet(folder.resolve("other").toString());
    try (var files = Files.list(folder.resolve("other"))) {
      Path part = files.filter(name -> name.toString().endsWith(".parquet")).findAny().get();
      assertEquals(
          Map.of("Parquet file without a column metric_name is no metric stream", 1L),
          read(spark, part).quality().reasons());
    }
  }

  @Test
  void damagedFileIsCounted(SparkSession spark) throws IOException {
    Path file = folder.resolve("damaged");
    Files.writeString(file, "PAR1 and no more");
    assertEquals(
        Map.of("Parquet file is damaged; copy the file again", 1L),
        read(spark, file).quality().reasons());
  }
}
