package ecsadvisor.models.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.security.SecretHit;
import ecsadvisor.models.fact.security.SecretHit.Confidence;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Precision and recall on a list of texts of which a person says whether they hold a secret. */
class LabelledSecretsTest {
  private record Labelled(String place, String name, String value, boolean secret, String trap) {}

  @Test
  void listIsLargeEnough() throws IOException {
    List<Labelled> texts = texts();
    assertTrue(texts.stream().filter(Labelled::secret).count() >= 60);
    assertTrue(texts.stream().filter(text -> !text.secret()).count() >= 120);
  }

  @Test
  void sureHitsAreSecrets() throws IOException {
    Measure sure = measure(Confidence.HIGH);
    assertEquals(List.of(), sure.wronglyFound());
    assertEquals(1.0, sure.precision());
    assertEquals(0.771, sure.recall(), 0.0005);
  }

  @Test
  void almostAllSecretsAreHits() throws IOException {
    Measure all = measure(Confidence.MEDIUM);
    assertEquals(List.of(), all.wronglyFound());
    assertEquals(1.0, all.precision());
    assertEquals(0.945, all.recall(), 0.0005);
  }

  @Test
  void onlyKnownLimitsAreMissed() throws IOException {
    assertEquals(
        List.of(),
        measure(Confidence.MEDIUM).missed().stream()
            .filter(trap -> !trap.startsWith("known limit"))
            .toList());
  }

  @Test
  void docsShowTheFigures() throws IOException {
    String docs = Files.readString(Path.of("../docs/secrets.md"), UTF_8);
    for (Confidence least : List.of(Confidence.HIGH, Confidence.MEDIUM)) {
      String row = measure(least).row(least);
      assertTrue(docs.contains(row), row);
    }
  }

  private record Measure(int found, List<String> wronglyFound, List<String> missed) {
    double precision() {
      return (double) found / (found + wronglyFound.size());
    }

    double recall() {
      return (double) found / (found + missed.size());
    }

    String row(Confidence least) {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %d | %d | %.3f | %.3f |",
          least == Confidence.HIGH ? "sure (fails)" : "sure or unsure",
          found,
          wronglyFound.size(),
          missed.size(),
          precision(),
          recall());
    }
  }

  private static Measure measure(Confidence least) throws IOException {
    int found = 0;
    List<String> wronglyFound = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    for (Labelled text : texts()) {
      boolean hit = hits(text).stream().anyMatch(one -> one.confidence().compareTo(least) <= 0);
      if (hit && text.secret()) {
        found++;
      } else if (hit) {
        wronglyFound.add(text.trap() + ": " + text.name());
      } else if (text.secret()) {
        missed.add(text.trap() + ": " + text.name());
      }
    }
    return new Measure(found, wronglyFound, missed);
  }

  private static List<SecretHit> hits(Labelled text) {
    SecretFindings found = new SecretFindings();
    switch (text.place()) {
      case "command", "entryPoint", "healthCheck" ->
          SecretDetector.builtIn()
              .scanWords(text.place(), List.of(text.value().split("\\{\\|\\}")), found);
      default -> SecretDetector.builtIn().scan(text.place(), text.name(), text.value(), found);
    }
    return found.hits();
  }

  private static List<Labelled> texts() throws IOException {
    List<Labelled> texts = new ArrayList<>();
    try (Reader reader =
            new InputStreamReader(
                requireNonNull(LabelledSecretsTest.class.getResourceAsStream("labelled.csv")),
                UTF_8);
        var rows =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      for (CSVRecord row : rows) {
        texts.add(
            new Labelled(
                row.get("place"),
                row.get("name"),
                new SyntheticSecret(row.getRecordNumber()).fill(row.get("value")),
                row.get("label").equals("secret"),
                row.get("trap")));
      }
    }
    return texts;
  }
}
