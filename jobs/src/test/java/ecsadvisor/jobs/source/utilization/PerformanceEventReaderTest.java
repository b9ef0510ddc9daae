package ecsadvisor.jobs.source.utilization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerformanceEventReaderTest {
  /** 2026-11-02T00:01:23Z. */
  private static final long TIME = 1793577683000L;

  private static final String TASK =
      """
      {"Version":"0","Type":"Task","TaskId":"t1","TaskDefinitionFamily":"web",\
      "TaskDefinitionRevision":"7","ServiceName":"s","ClusterName":"c",\
      "AccountID":"111122223333","Region":"eu-west-1","AvailabilityZone":"eu-west-1a",\
      "KnownStatus":"RUNNING","LaunchType":"FARGATE","Timestamp":%d,"CpuUtilized":64.0,\
      "CpuReserved":256.0,"MemoryUtilized":128,"MemoryReserved":512,"StorageReadBytes":9,\
      "CloudWatchMetrics":[{"Namespace":"ECS/ContainerInsights","Metrics":[{"Name":\
      "CpuUtilized","Unit":"None"}],"Dimensions":[["ClusterName"]]}]}"""
          .formatted(TIME);

  private static final String CONTAINER =
      """
      {"Version":"0","Type":"Container","ContainerName":"app","TaskId":"t1",\
      "TaskDefinitionFamily":"web","ServiceName":"s","ClusterName":"c","Image":"i",\
      "Timestamp":%d,"CpuUtilized":60.5,"CpuReserved":0,"MemoryUtilized":100,\
      "MemoryReserved":256}"""
          .formatted(TIME);

  private static final String SERVICE =
      """
      {"Version":"0","Type":"Service","ServiceName":"s","ClusterName":"c","Timestamp":%d,\
      "DesiredTaskCount":3,"RunningTaskCount":2,"PendingTaskCount":1,"DeploymentCount":1}"""
          .formatted(TIME);

  private static final String PLACE = "111122223333/eu-west-1/c/s/";
  private static final String AT = " 2026-11-02 1+1 avg ";
  private static final List<String> TASK_POINTS =
      List.of(
          PLACE + "/t1/TASK_EVENTS/CPU_SHARE" + AT + "0.25 max 0.25 n 1",
          PLACE + "/t1/TASK_EVENTS/CPU_UNITS" + AT + "64.0 max 64.0 n 1",
          PLACE + "/t1/TASK_EVENTS/MEMORY_MIB" + AT + "128.0 max 128.0 n 1",
          PLACE + "/t1/TASK_EVENTS/MEMORY_SHARE" + AT + "0.25 max 0.25 n 1");

  private static String envelope(String type, String... messages) {
    List<String> events = new ArrayList<>();
    for (String message : messages) {
      events.add(
          "{\"id\":\"1\",\"timestamp\":1,\"message\":\"%s\"}"
              .formatted(message.replace("\"", "\\\"")));
    }
    return """
        {"messageType":"%s","owner":"999988887777","logGroup":"g","logStream":"l",\
        "subscriptionFilters":["f"],"logEvents":[%s]}"""
        .formatted(type, String.join(",", events));
  }

  @Test
  void taskEventGivesUnitsSharesAndTheTasksService() {
    Stored stored = Stored.of(TASK);
    assertEquals("PERFORMANCE_EVENTS", stored.quality().kind());
    assertEquals(TASK_POINTS, stored.points());
    assertEquals(List.of(PLACE + "t1"), stored.tasks());
  }

  @Test
  void containerAndServiceEventsTakeThePlaceOfTheirClustersTasks() {
    Stored stored = Stored.of(String.join("\n", CONTAINER, SERVICE, TASK));
    assertEquals(
        List.of(
            PLACE + "/" + "/SERVICE_EVENTS/RUNNING_TASKS" + AT + "2.0 max 2.0 n 1",
            PLACE + "app/t1/TASK_EVENTS/CPU_UNITS" + AT + "60.5 max 60.5 n 1",
            PLACE + "app/t1/TASK_EVENTS/MEMORY_MIB" + AT + "100.0 max 100.0 n 1"),
        stored.points().stream().filter(point -> !TASK_POINTS.contains(point)).toList());
  }

  @Test
  void placeStaysOpenWhereTwoAccountsHaveTheCluster() {
    Stored stored =
        Stored.of(String.join("\n", SERVICE, TASK, TASK.replace("111122223333", "444455556666")));
    assertEquals(
        "//c/s///SERVICE_EVENTS/RUNNING_TASKS" + AT + "2.0 max 2.0 n 1", stored.points().get(0));
  }

  @Test
  void pathTellsThePlaceWhereNothingElseDoes() {
    Stored stored =
        Stored.of("s3a://b/account=111122223333/region=eu-west-1/x.json", SERVICE.getBytes(UTF_8));
    assertEquals(
        List.of(PLACE + "//SERVICE_EVENTS/RUNNING_TASKS" + AT + "2.0 max 2.0 n 1"),
        stored.points());
  }

  @Test
  void standaloneTasksDaemonsAndOtherTypesAreIgnored() {
    Stored stored =
        Stored.of(
            String.join(
                "\n",
                TASK.replace("\"ServiceName\":\"s\",", ""),
                TASK.replace("\"ServiceName\":\"s\"", "\"ServiceName\":\"daemon:agent\""),
                "{\"Version\":\"0\",\"Type\":\"Cluster\",\"ClusterName\":\"c\",\"Timestamp\":1}"));
    assertEquals(List.of(), stored.points());
    assertEquals(
        Map.of("task outside any service", 2L, "performance event of another type", 1L),
        stored.quality().reasons());
  }

  @Test
  void withoutReservationThereIsNoShare() {
    Stored stored = Stored.of(TASK.replace("256.0", "0.0").replace("\"MemoryReserved\":512,", ""));
    assertEquals(List.of(TASK_POINTS.get(1), TASK_POINTS.get(2)), stored.points());
  }

  @Test
  void eventThatLacksWhatItNeedsIsBad() {
    Stored stored =
        Stored.of(
            String.join(
                "\n",
                TASK.replace("\"TaskId\":\"t1\",", ""),
                TASK.replaceAll("\"(Cpu|Memory)Utilized\":[0-9.]+,", ""),
                TASK.replace("64.0", "-64.0"),
                TASK.replace("\"Timestamp\":" + TIME + ",", "")));
    assertEquals(List.of(), stored.points());
    assertEquals(List.of(), stored.tasks());
    assertEquals(4, stored.quality().rowsBad());
  }

  @Test
  void exportLinesAreCutAtTheFirstSpace() {
    Stored stored =
        Stored.of(
            "2026-11-02T00:01:30.000Z "
                + TASK
                + "\n2026-11-02T00:01:31.000Z agent started\nno\n\n2026-11-02T00:01:32.000Z {\"T\n"
                + "2026-11-02T00:01:33.000Z "
                + TASK);
    assertEquals("PERFORMANCE_EVENT_EXPORT", stored.quality().kind());
    assertEquals(TASK_POINTS, stored.points());
    assertEquals(2, stored.quality().rowsUsed());
    assertEquals(
        Map.of(
            "log line that is no performance event", 1L,
            "line is not a time and an event (first at line 3)", 1L,
            "malformed JSON (first at line 5)", 1L),
        stored.quality().reasons());
  }

  @Test
  void envelopesAreReadGluedInManyGzipMembersUnderAnyName() {
    byte[] bytes =
        Stored.glue(
            Stored.gzip(envelope("CONTROL_MESSAGE", "CWL CONTROL MESSAGE: Checking health")),
            Stored.gzip(envelope("DATA_MESSAGE", TASK, CONTAINER)),
            Stored.gzip(envelope("DATA_MESSAGE", SERVICE)));
    Stored stored = Stored.of("s3a://b/2026/11/02/00/stream-1-uuid", bytes);
    assertEquals("PERFORMANCE_EVENT_ENVELOPES", stored.quality().kind());
    assertEquals(3, stored.quality().rowsUsed());
    assertEquals(Map.of("control message of the subscription", 1L), stored.quality().reasons());
    assertEquals(7, stored.points().size());
  }

  @Test
  void envelopesCompressedOnceMoreByFirehoseAreReadToo() {
    byte[] inner = Stored.gzip(envelope("DATA_MESSAGE", TASK));
    java.io.ByteArrayOutputStream outer = new java.io.ByteArrayOutputStream();
    try (java.util.zip.GZIPOutputStream out = new java.util.zip.GZIPOutputStream(outer)) {
      out.write(inner);
      out.write(inner);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertEquals(TASK_POINTS, Stored.of("file:/x.gz", outer.toByteArray()).points());
  }

  @Test
  void ownerOfTheLogIsTheAccountOfEventsThatNameNone() {
    Stored stored = Stored.of(envelope("DATA_MESSAGE", SERVICE));
    assertEquals(
        List.of("999988887777//c/s///SERVICE_EVENTS/RUNNING_TASKS" + AT + "2.0 max 2.0 n 1"),
        stored.points());
  }

  @Test
  void brokenEnvelopeHarmsNoOther() {
    String whole = envelope("DATA_MESSAGE", TASK);
    for (int cut : List.of(5, 60, whole.length() / 2, whole.length() - 1)) {
      Stored stored = Stored.of(whole + whole.substring(0, cut) + whole + whole);
      assertEquals(3, stored.quality().rowsUsed(), "cut at " + cut);
      assertEquals(1, stored.quality().rowsBad(), "cut at " + cut);
      assertEquals(TASK_POINTS, stored.points());
    }
  }

  @Test
  void brokenEventHarmsNoOther() {
    for (String broken : List.of("{", "{\"Type\":", TASK.substring(0, 100), "xx")) {
      Stored stored = Stored.of(String.join("\n", TASK, broken, TASK, TASK));
      assertEquals(3, stored.quality().rowsUsed(), broken);
      assertEquals(TASK_POINTS, stored.points());
    }
  }

  @Test
  void memoryOfThePlaceDoesNotLeakFromOtherEvents() {
    Stored stored =
        Stored.of(
            String.join(
                "\n", TASK, SERVICE.replace("\"ClusterName\":\"c\"", "\"ClusterName\":\"d\"")));
    assertEquals(
        "//d/s///SERVICE_EVENTS/RUNNING_TASKS" + AT + "2.0 max 2.0 n 1", stored.points().get(0));
  }
}
