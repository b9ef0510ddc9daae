package ecsadvisor.jobs.source.utilization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MetricStreamReaderTest {
  /** 2026-11-02T00:01:00Z. */
  private static final long TIME = 1793577660000L;

  private static final String DIMENSIONS = "{\"ClusterName\":\"c\",\"ServiceName\":\"s\"}";
  private static final String POINT =
      "111122223333/eu-west-1/c/s///CLOUDWATCH/CPU_SHARE 2026-11-02 1+1 avg 0.25 max 0.4 n 2";

  private static String record(String namespace, String metric, String dimensions, String value) {
    return """
        {"metric_stream_name":"m","account_id":"111122223333","region":"eu-west-1",\
        "namespace":"%s","metric_name":"%s","dimensions":%s,"timestamp":%d,"value":%s,\
        "unit":"Percent"}"""
        .formatted(namespace, metric, dimensions, TIME, value);
  }

  private static String cpu(String value) {
    return record("AWS/ECS", "CPUUtilization", DIMENSIONS, value);
  }

  private static final String CPU = cpu("{\"max\":40.0,\"min\":10.0,\"sum\":50.0,\"count\":2.0}");

  private static Map<String, Long> reasons(Stored stored) {
    return stored.quality().reasons();
  }

  @Test
  void recordBecomesAPoint() {
    Stored stored = Stored.of(CPU + "\n");
    assertEquals(List.of(POINT), stored.points());
    assertEquals("METRIC_STREAM_JSON", stored.quality().kind());
    assertEquals(1, stored.quality().rowsUsed());
    assertEquals(Instant.ofEpochMilli(TIME), stored.quality().firstTime());
  }

  @Test
  void lastLineNeedsNoLineFeed() {
    assertEquals(1, Stored.of(CPU).points().size());
  }

  @Test
  void memoryAndContainerInsightsHaveTheirOwnMetrics() {
    String value = "{\"max\":64,\"min\":64,\"sum\":128,\"count\":2}";
    Stored stored =
        Stored.of(
            String.join(
                "\n",
                record("AWS/ECS", "MemoryUtilization", DIMENSIONS, value),
                record("ECS/ContainerInsights", "CpuUtilized", DIMENSIONS, value),
                record("ECS/ContainerInsights", "MemoryUtilized", DIMENSIONS, value),
                record("ECS/ContainerInsights", "RunningTaskCount", DIMENSIONS, value)));
    String key = "111122223333/eu-west-1/c/s///";
    String time = " 2026-11-02 1+1 avg ";
    assertEquals(
        List.of(
            key + "CLOUDWATCH/MEMORY_SHARE" + time + "0.64 max 0.64 n 2",
            key + "CONTAINER_INSIGHTS/CPU_UNITS" + time + "64.0 max 64.0 n 2",
            key + "CONTAINER_INSIGHTS/MEMORY_MIB" + time + "64.0 max 64.0 n 2",
            key + "CONTAINER_INSIGHTS/RUNNING_TASKS" + time + "64.0 max 64.0 n 2"),
        stored.points());
  }

  @Test
  void otherDimensionSetsOfTheSameMetricAreNotCountedAgain() {
    String value = "{\"max\":1,\"min\":1,\"sum\":1,\"count\":1}";
    Stored stored =
        Stored.of(
            String.join(
                "\n",
                record("ECS/ContainerInsights", "CpuUtilized", "{\"ClusterName\":\"c\"}", value),
                record(
                    "ECS/ContainerInsights",
                    "CpuUtilized",
                    "{\"ClusterName\":\"c\",\"ServiceName\":\"s\",\"TaskId\":\"t\"}",
                    value),
                record(
                    "ECS/ContainerInsights",
                    "CpuUtilized",
                    "{\"ClusterName\":\"c\",\"TaskDefinitionFamily\":\"s\"}",
                    value)));
    assertEquals(List.of(), stored.points());
    assertEquals(3, stored.quality().rowsIgnored());
    assertEquals(0, stored.quality().rowsBad());
  }

  @Test
  void otherNamespacesAreIgnored() {
    Stored stored =
        Stored.of(record("AWS/EC2", "CPUUtilization", "{}", "{\"max\":1}") + "\n" + CPU);
    assertEquals(List.of(POINT), stored.points());
    assertEquals(Map.of("other metric", 1L), reasons(stored));
  }

  @Test
  void extraStatisticsAndKeysInAnyOrderDoNoHarm() {
    String record =
        """
        {"unit":null,"later":{"a":[1,{"b":2}]},"value":{"p99.9":1,"TM(25%:75%)":2,"count":2,\
        "sum":50,"max":40},"timestamp":1793577660000,"dimensions":{"ServiceName":"s",\
        "ClusterName":"c"},"metric_name":"CPUUtilization","namespace":"AWS/ECS",\
        "region":"eu-west-1","account_id":"111122223333"}""";
    assertEquals(List.of(POINT), Stored.of(record).points());
  }

  @Test
  void recordWithoutUnitIsUsedAndWithoutValueIsBad() {
    Stored stored =
        Stored.of(
            CPU.replace(",\"unit\":\"Percent\"", "")
                + "\n"
                + CPU.replaceAll("\"value\":.*?},", ""));
    assertEquals(List.of(POINT), stored.points());
    assertEquals(Map.of("record without value (first at line 2)", 1L), reasons(stored));
  }

  @Test
  void figuresThatCannotBeAreBad() {
    Stored stored =
        Stored.of(
            String.join(
                "\n",
                cpu("{\"max\":-1,\"sum\":-1,\"count\":1}"),
                cpu("{\"max\":1e999,\"sum\":1,\"count\":1}"),
                cpu("{\"max\":\"NaN\",\"sum\":1,\"count\":1}"),
                cpu("{\"max\":1,\"sum\":50,\"count\":1}"),
                cpu("{\"max\":1,\"sum\":1,\"count\":0}"),
                CPU.replace("" + TIME, "" + TIME / 1000)));
    assertEquals(List.of(), stored.points());
    assertEquals(
        Map.of(
            "value is negative or not a finite number (first at line 1)",
            3L,
            "maximum is below the average (first at line 4)",
            1L,
            "no samples",
            1L,
            "time outside 2014 to 2100 (first at line 6)",
            1L),
        reasons(stored));
  }

  @Test
  void brokenLineHarmsNoOther() {
    String good = CPU;
    List<String> broken =
        List.of(
            "garbage",
            good.substring(0, 40),
            good.substring(0, good.indexOf("50.0")),
            good.substring(0, good.length() - 1),
            good + "}",
            good.replace(":40.0", ":40.0.0"),
            "{\"value\":",
            "{\"a\":\"" + "\u0001" + "\"}",
            "nul",
            "[1,2",
            "\"text");
    for (String line : broken) {
      long used = line.equals(good + "}") ? 4 : 3;
      Stored stored = Stored.of(String.join("\n", good, good, line, good));
      assertEquals(List.of(POINT), stored.points(), line);
      assertEquals(used, stored.quality().rowsUsed(), line);
      assertEquals(Map.of("malformed JSON (first at line 3)", 1L), reasons(stored), line);
    }
  }

  @Test
  void secondBrokenLineIsFoundToo() {
    Stored stored = Stored.of(String.join("\n", CPU, "{", "{", CPU, "", "x", CPU, ""));
    assertEquals(3, stored.quality().rowsUsed());
    assertEquals(Map.of("malformed JSON (first at line 2)", 3L), reasons(stored));
  }

  @Test
  void invalidUtf8IsABadLine() {
    byte[] bytes = (CPU + "\n" + CPU + "\n" + CPU).getBytes(UTF_8);
    bytes[CPU.length() + 1 + CPU.indexOf("\"s\"") + 1] = (byte) 0xff;
    Stored stored = Stored.of("file:/x", bytes);
    assertEquals(2, stored.quality().rowsUsed());
    assertEquals(1, stored.quality().rowsBad());
  }

  @Test
  void deepNestingIsABadLine() {
    Stored stored =
        Stored.of(CPU + "\n{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n" + CPU);
    assertEquals(2, stored.quality().rowsUsed());
    assertEquals(Map.of("malformed JSON (first at line 2)", 1L), reasons(stored));
  }

  @Test
  void elementsOfAnArrayAreRecordsToo() {
    Stored stored = Stored.of("[\n" + CPU + ",\n" + CPU + "\n]\n");
    assertEquals(List.of(POINT), stored.points());
    assertEquals(2, stored.quality().rowsUsed());
  }

  @Test
  void byteOrderMarkAndCarriageReturnsDoNoHarm() {
    assertEquals(List.of(POINT), Stored.of("\uFEFF" + CPU + "\r\n" + CPU + "\r\n").points());
  }

  @Test
  void escapedNamesAreUnderstood() {
    assertEquals(
        "111122223333/eu-west-1/c/\u00fc\"/",
        Stored.of(CPU.replace("\"s\"", "\"\\u00fc\\\"\""))
            .points()
            .get(0)
            .split("/CLOUD", 2)[0]
            .replaceAll("/+$", "/"));
  }

  @Test
  void sameRecordsGiveTheSamePointsInAnyOrderOverAnyFiles() {
    Random random = new Random(4);
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      int minute = random.nextInt(700);
      records.add(
          cpu("{\"max\":%d,\"sum\":%d,\"count\":2}".formatted(50 + random.nextInt(3), minute % 50))
              .replace("" + TIME, "" + (TIME + minute * 60_000L)));
    }
    List<String> expected = Stored.of(String.join("\n", records)).points();
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(records, random);
      int cut = random.nextInt(records.size());
      PointStore store = new PointStore();
      for (List<String> part :
          List.of(records.subList(0, cut), records.subList(cut, records.size()), records)) {
        UtilizationReader.read(
            "file:/x",
            new java.io.ByteArrayInputStream(String.join("\n", part).getBytes(UTF_8)),
            store,
            () -> null);
      }
      assertEquals(expected, Stored.of(Stored.of("").quality(), store).points());
    }
  }

  @Test
  void chunksEndAnywhereWithoutHarm() {
    String[] lines = new String[5_000];
    Arrays.fill(lines, CPU);
    lines[4_000] = "{\"cut\":";
    Stored stored = Stored.of(String.join("\n", lines));
    assertEquals(4_999, stored.quality().rowsUsed());
    assertEquals(Map.of("malformed JSON (first at line 4001)", 1L), reasons(stored));
  }
}
