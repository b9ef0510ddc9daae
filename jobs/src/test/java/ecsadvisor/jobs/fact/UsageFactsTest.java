package ecsadvisor.jobs.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.source.FileQuality;
import ecsadvisor.jobs.source.utilization.UtilizationSource;
import ecsadvisor.models.fact.DayUsage;
import ecsadvisor.models.fact.Metric;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.fact.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class UsageFactsTest {
  /** 2026-11-02T00:00:00Z. */
  private static final long DAY = 1793577600000L;

  private static final ServiceKey SERVICE = new ServiceKey("111122223333", "eu-west-1", "c", "s");

  @TempDir private Path folder;

  private static String stream(int minute, double sum, double maximum, int count) {
    return """
        {"account_id":"111122223333","region":"eu-west-1","namespace":"AWS/ECS","metric_name":\
        "CPUUtilization","dimensions":{"ClusterName":"c","ServiceName":"s"},"timestamp":%d,\
        "value":{"max":%s,"min":0,"sum":%s,"count":%d}}"""
        .formatted(DAY + minute * 60_000L, maximum, sum, count);
  }

  private static String task(String id, int minute, double cpu) {
    return """
        {"Type":"Task","ClusterName":"c","ServiceName":"s","TaskId":"%s","AccountID":\
        "111122223333","Region":"eu-west-1","Timestamp":%d,"CpuUtilized":%s,"CpuReserved":256,\
        "MemoryUtilized":100}"""
        .formatted(id, DAY + minute * 60_000L, cpu);
  }

  private static String container(String id, int minute, double cpu) {
    return """
        {"Type":"Container","ContainerName":"app","ClusterName":"c","ServiceName":"s","TaskId":\
        "%s","Timestamp":%d,"CpuUtilized":%s,"MemoryUtilized":100}"""
        .formatted(id, DAY + minute * 60_000L, cpu);
  }

  private void write(String name, List<String> lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines));
  }

  private Dataset<Row> read(SparkSession spark) {
    return UtilizationSource.read(spark, UtilizationSource.find(spark, List.of("" + folder)));
  }

  private static SortedMap<ServiceKey, Usage> usage(Dataset<Row> packed, @Nullable Window window) {
    RecordCodec<Usage> codec = RecordCodec.of(Usage.class);
    SortedMap<ServiceKey, Usage> usages = new TreeMap<>();
    for (Row row : UsageFacts.perService(packed, window).collectAsList()) {
      usages.put(
          new ServiceKey(row.getString(0), row.getString(1), row.getString(2), row.getString(3)),
          codec.fromRow(row.getStruct(4)));
    }
    return usages;
  }

  private Usage only(SparkSession spark) {
    return only(read(spark), null);
  }

  private static Usage only(Dataset<Row> packed, @Nullable Window window) {
    SortedMap<ServiceKey, Usage> usages = usage(packed, window);
    assertEquals(List.of(SERVICE), List.copyOf(usages.keySet()));
    return usages.values().iterator().next();
  }

  @Test
  void streamBecomesDaysOfTheService(SparkSession spark) throws IOException {
    write("a", List.of(stream(0, 50, 40, 2), stream(1, 90, 60, 3), stream(1440, 10, 10, 1)));
    Usage usage = only(spark);
    List<DayUsage> cpu = usage.days(Metric.CPU_SHARE);
    assertEquals(2, cpu.size());
    assertEquals(LocalDate.of(2026, 11, 2), cpu.get(0).day());
    assertEquals(2, cpu.get(0).minutes());
    assertEquals(0.6, cpu.get(0).max(), 1e-12);
    assertEquals((0.25 + 0.3) / 2, cpu.get(0).mean(), 1e-12);
    assertEquals(3.0, usage.days(Metric.RUNNING_TASKS).get(0).max());
    assertEquals(2.5, usage.days(Metric.RUNNING_TASKS).get(0).mean());
  }

  @Test
  void tasksOfOneMinuteAreCombinedThoughTheirEventsLieInManyFiles(SparkSession spark)
      throws IOException {
    write("a", List.of(task("t1", 0, 64), task("t2", 1, 32)));
    write("b", List.of(task("t2", 0, 128), task("t1", 0, 64)));
    write("c", List.of(container("t1", 0, 10), container("t2", 0, 30)));
    Usage usage = only(spark);
    DayUsage units = usage.days(Metric.CPU_UNITS).get(0);
    assertEquals(2, units.minutes());
    assertEquals(128, units.max());
    assertEquals((96 + 32) / 2.0, units.mean());
    assertEquals(0.5, usage.days(Metric.CPU_SHARE).get(0).max());
    assertEquals(List.of(), usage.days(Metric.MEMORY_SHARE));
    assertEquals(2, usage.days(Metric.RUNNING_TASKS).get(0).max());
    assertEquals(20, usage.days(Metric.CPU_UNITS, "app").get(0).mean());
    assertEquals(List.of(), usage.days(Metric.RUNNING_TASKS, "app"));
  }

  @Test
  void metricsAreOrderedByMetricAndContainer(SparkSession spark) throws IOException {
    write("a", List.of(task("t1", 0, 64), container("t1", 0, 10), stream(0, 1, 1, 1)));
    assertEquals(
        List.of(
            "CPU_SHARE",
            "CPU_UNITS",
            "CPU_UNITS app",
            "MEMORY_MIB",
            "MEMORY_MIB app",
            "RUNNING_TASKS"),
        only(spark).metrics().stream()
            .map(days -> (days.metric() + " " + days.container()).strip())
            .toList());
  }

  @Test
  void daysOutsideTheWindowAreLeftOut(SparkSession spark) throws IOException {
    write("a", List.of(stream(0, 1, 1, 1), stream(1440, 1, 1, 1), stream(2880, 1, 1, 1)));
    Window window = new Window(LocalDate.of(2026, 11, 3), 1);
    assertEquals(
        List.of(LocalDate.of(2026, 11, 3)),
        only(read(spark), window).days(Metric.CPU_SHARE).stream().map(DayUsage::day).toList());
  }

  @Test
  void tasksTellTheirService(SparkSession spark) throws IOException {
    write("a", List.of(task("t1", 0, 64), task("t1", 1, 64)));
    write("b", List.of(task("t1", 2, 64)));
    assertEquals(
        "[[arn:aws:ecs:eu-west-1:111122223333:task/c/t1,c,s]]",
        UtilizationSource.tasks(read(spark)).collectAsList().toString());
  }

  @Test
  void qualityHasOneEntryPerFileAndNoContent(SparkSession spark) throws IOException {
    write("a", List.of(stream(0, 1, 1, 1), "{\"planted-secret"));
    write("b", List.of("planted-secret"));
    Dataset<Row> rows = read(spark);
    List<FileQuality> qualities = UtilizationSource.quality(rows);
    assertEquals(2, qualities.size());
    assertEquals(1, qualities.get(0).rowsUsed());
    assertEquals(1, qualities.get(0).rowsBad());
    assertTrue(qualities.get(1).file().endsWith("/b"));
    assertFalse(rows.collectAsList().toString().contains("planted-secret"));
    assertFalse(qualities.toString().contains("planted-secret"));
  }

  @Test
  void nothingGivesNothing(SparkSession spark) {
    assertTrue(usage(UtilizationSource.read(spark, List.of()), null).isEmpty());
  }

  @Test
  void orderAndNumberOfFilesAndPartitionsChangeNothing(SparkSession spark) throws IOException {
    Random random = new Random(8);
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      int minute = random.nextInt(4_000);
      records.add(task("t" + random.nextInt(5), minute, random.nextInt(100) / 7.0));
      records.add(container("t" + random.nextInt(5), minute, random.nextInt(100) / 7.0));
    }
    List<String> streams = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      streams.add(stream(random.nextInt(4_000), random.nextInt(90), 95, 1 + random.nextInt(4)));
    }
    write("events", records);
    write("stream", streams);
    SortedMap<ServiceKey, Usage> expected = usage(read(spark), null);
    for (int round = 0; round < 2; round++) {
      Collections.shuffle(records, random);
      Collections.shuffle(streams, random);
      int cut = random.nextInt(records.size());
      write("events", records.subList(0, cut));
      write("a-events", records.subList(cut, records.size()));
      write("again", records.subList(0, 100));
      write("stream", streams.subList(0, 5));
      write("b-stream", streams);
      assertEquals(expected, usage(read(spark).repartition(1 + 4 * round), null));
    }
  }
}
