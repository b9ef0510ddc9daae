package ecsadvisor.jobs.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private static RunFacts facts(Map<String, String> options) {
    return new RunFacts(
        "0.1.0",
        "id",
        DAY,
        DAY,
        DAY,
        List.of("USD"),
        null,
        new TreeMap<>(options),
        List.of(new RunFacts.InputFile("bill", "s3a://key:secret@bucket/x", 12, "")),
        new TreeMap<>(Map.of("services", 3L)),
        List.of(new RunFacts.Stage("read", 12, 3)),
        List.of(),
        new TreeMap<>());
  }

  @Test
  void runHasSortedSnakeCaseKeysAndIsoDates() throws IOException {
    String text = RunJson.text(facts(Map.of()));
    JsonNode json = new ObjectMapper().readTree(text);
    assertEquals("2026-11-20", json.get("run_date").asText());
    assertTrue(json.get("prices_date").isNull());
    assertEquals(12, json.get("stages").get(0).get("millis").asInt());
    assertTrue(text.startsWith("{\n  \"currencies\" : [\n"));
    assertFalse(text.contains("\r"));
  }

  @Test
  void secretsInOptionsAndUrisAreNotWritten() {
    String text =
        RunJson.text(
            facts(
                Map.of(
                    "--conf", "spark.hadoop.fs.s3a.secret.key=hunter2",
                    "--api-token", "hunter2",
                    "--bill", "s3://user:hunter2@bucket/cur")));
    assertFalse(text.contains("hunter2"));
    assertFalse(text.contains("key:secret"));
    assertTrue(text.contains("s3://bucket/cur"));
  }

  @Test
  void amountsArePlainNumbers() throws IOException {
    Summary summary =
        new Summary(
            DAY,
            DAY,
            DAY,
            "ECS costs.",
            List.of(
                new Summary.Money(
                    "USD",
                    new BigDecimal("1E+3"),
                    new BigDecimal("0.10"),
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    null)),
            1,
            0,
            1,
            0,
            null,
            null,
            null,
            List.of(),
            List.of());
    String text = SummaryJson.text(summary);
    assertTrue(text.contains("\"window_cost\" : 1000"));
    assertTrue(text.contains("\"monthly_cost\" : 0.10"));
    assertEquals(1, new ObjectMapper().readTree(text).get("services_optimal").asInt());
  }
}
