package ecsadvisor.jobs.generate.utilization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ecsadvisor.jobs.generate.SmallOrganisation;
import ecsadvisor.jobs.generate.organisation.Fleet;
import ecsadvisor.jobs.generate.organisation.Organisation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UtilizationWriterTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  @BeforeAll
  static void generate() {
    Organisation organisation = SmallOrganisation.of(7);
    UtilizationWriter.write(organisation, Fleet.of(organisation), folder);
  }

  private static List<String> lines(Path root) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
          reader.lines().forEach(lines::add);
        }
      }
    }
    return lines;
  }

  /** Values of one statistic of one service's metric over all days. */
  private static List<Double> values(String service, String metric, String statistic)
      throws IOException {
    List<Double> values = new ArrayList<>();
    for (String line : lines(folder.resolve("get-metric-data"))) {
      JsonNode body = JSON.readTree(line);
      Map<String, JsonNode> results = new HashMap<>();
      for (JsonNode result : body.path("response").path("MetricDataResults")) {
        assertEquals(result.path("Timestamps").size(), result.path("Values").size());
        results.put(result.path("Id").asText(), result);
      }
      for (JsonNode query : body.path("request").path("MetricDataQueries")) {
        JsonNode asked = query.path("MetricStat");
        if (asked.path("Metric").path("Dimensions").toString().contains("\"" + service + "\"")
            && asked.path("Metric").path("MetricName").asText().equals(metric)
            && asked.path("Stat").asText().equals(statistic)) {
          JsonNode result = results.getOrDefault(query.path("Id").asText(), body);
          result.path("Values").forEach(value -> values.add(value.asDouble()));
        }
      }
    }
    return values;
  }

  @Test
  void percentagesAreThoseOfThePlantedLoad() throws IOException {
    List<Double> memory = values("catalog-api", "MemoryUtilization", "Average");
    assertEquals(4 * 288, memory.size());
    double mean = memory.stream().mapToDouble(value -> value).average().orElse(0);
    assertEquals(100 * (0.16 + 0.8 * 0.03), mean, 0.5);
  }

  @Test
  void theHottestTaskIsNeverBelowTheAverage() throws IOException {
    List<Double> averages = values("cart-api", "CPUUtilization", "Average");
    List<Double> maxima = values("cart-api", "CPUUtilization", "Maximum");
    for (int index = 0; index < averages.size(); index++) {
      assertTrue(maxima.get(index) >= averages.get(index));
    }
  }

  @Test
  void sampleCountsAreTasksTimesMinutes() throws IOException {
    assertTrue(
        values("catalog-api", "CPUUtilization", "SampleCount").stream()
            .allMatch(count -> count == 18 * 5));
  }

  @Test
  void thereIsNoDatapointWhileNoTaskRuns() throws IOException {
    assertEquals(2 * 10 * 12, values("demo-site", "CPUUtilization", "Average").size());
    assertEquals(0, values("qa-runner", "CPUUtilization", "Average").size());
  }

  @Test
  void someStreamRecordsAreDeliveredTwice() throws IOException {
    List<String> records = lines(folder.resolve("metric-stream"));
    Set<String> distinct = new HashSet<>(records);
    assertTrue(distinct.size() < records.size());
    assertEquals(2 * 2 * 4 * 1440, distinct.size());
  }

  @Test
  void containerEventsAddUpToTheTaskEvent() throws IOException {
    double containers = 0;
    double tasks = 0;
    for (String line : lines(folder.resolve("container-insights/firehose"))) {
      JsonNode event = JSON.readTree(line);
      double used = event.path("CpuUtilized").asDouble();
      if (event.path("Type").asText().equals("Task")) {
        tasks += used;
      } else {
        containers += used;
      }
    }
    assertTrue(tasks > 0);
    assertEquals(tasks, containers, tasks * 0.001);
  }

  @Test
  void exportedEventsBeginWithTheirTime() throws IOException {
    String line = lines(folder.resolve("container-insights/exportedlogs")).get(0);
    assertEquals("2026-11-02T00:00:00Z", line.substring(0, line.indexOf(' ')));
    assertTrue(JSON.readTree(line.substring(line.indexOf(' ') + 1)).isObject());
  }

  @Test
  void theSameSeedGivesTheSameBytes(@TempDir Path again) throws IOException {
    Organisation organisation = SmallOrganisation.of(7);
    UtilizationWriter.write(organisation, Fleet.of(organisation), again);
    assertEquals(SmallOrganisation.contents(folder), SmallOrganisation.contents(again));
  }

  @Test
  void aNumberOfRecordsIsSpreadOverTheWholeWindow(@TempDir Path bulk) throws IOException {
    long written = UtilizationWriter.writeRecords(SmallOrganisation.of(7), bulk, 20_000);
    assertTrue(Math.abs(written - 20_000) < 4_000, "written: " + written);
    assertEquals(written, lines(bulk).size());
  }
}
