package ecsadvisor.jobs.generate.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Organisations;
import ecsadvisor.jobs.generate.organisation.Timeline;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthFileTest {
  private static List<CSVRecord> rows;
  private static Organisation organisation;

  @BeforeAll
  static void generate(@TempDir Path folder) throws IOException {
    organisation = Organisations.make(7, new Timeline(LocalDate.of(2026, 11, 22), 35), 32, 1);
    TruthFile.write(organisation, folder.resolve("truth.csv"));
    try (Reader reader = Files.newBufferedReader(folder.resolve("truth.csv"))) {
      rows =
          CSVFormat.RFC4180
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .get()
              .parse(reader)
              .getRecords();
    }
  }

  @Test
  void everyServiceHasAnAnswerForEachOfTheFortyTwoRows() {
    Map<String, Integer> answers = new HashMap<>();
    for (CSVRecord row : rows) {
      answers.merge(row.get("cluster_name") + "/" + row.get("service_name"), 1, Integer::sum);
    }
    assertEquals(organisation.services().size(), answers.size());
    assertTrue(answers.values().stream().allMatch(count -> count == 42), answers.toString());
  }

  @Test
  void everyRowOfTheCatalogueFailsSomewhereAndPassesSomewhere() {
    Map<String, Set<String>> verdicts = new TreeMap<>();
    for (CSVRecord row : rows) {
      verdicts
          .computeIfAbsent(
              row.get("framework") + " " + row.get("control_id"), key -> new TreeSet<>())
          .add(row.get("expected"));
    }
    assertEquals(42, verdicts.size());
    verdicts.forEach(
        (control, found) -> assertTrue(found.containsAll(Set.of("PASS", "FAIL")), control));
  }

  @Test
  void soundServicesAreOfTheirIdealSizeAndOversizedOnesAreNot() {
    for (CSVRecord row : rows) {
      if (!row.get("control_id").equals("COST-01") || row.get("finding").isEmpty()) {
        continue;
      }
      String name = row.get("service_name");
      organisation.services().stream()
          .filter(service -> service.name().equals(name) && service.launch().fargate())
          .forEach(
              service -> {
                String size = service.cpuUnits() + "/" + service.memoryMiB();
                String ideal = row.get("ideal_cpu_units") + "/" + row.get("ideal_memory_mib");
                assertEquals(row.get("finding").equals("Optimized"), size.equals(ideal), name);
              });
    }
  }
}
