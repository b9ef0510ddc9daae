package ecsadvisor.jobs.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Organisations;
import ecsadvisor.jobs.generate.organisation.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All controls' verdicts against what was planted, on the sample and on twenty other organisations
 * of its size; the README of the sample shows the figures. All facts are made in memory, which
 * takes two seconds of one processor for an organisation.
 */
class TruthTest {
  private static final long SAMPLE_SEED = 42;
  private static final int OTHERS = 20;
  private static final Path README = Path.of("..", "sample-data", "README.md");

  /** What is missed and why stands in the README of the sample, below the table. */
  private static final Map<String, Double> LEAST_PRECISION = Map.of("COST-01", 0.95);

  private static final Map<String, Double> LEAST_RECALL = Map.of("COST-01", 0.85, "COST-07", 0.90);
  private static final Map<String, Double> LEAST_EQUAL =
      Map.of("COST-01", 0.95, "COST-07", 0.95, "COST-10", 0.95);

  @TempDir static Path folder;
  private static List<Judgement> sample = List.of();
  private static List<Judgement> others = List.of();

  @BeforeAll
  static void judge() {
    List<List<Judgement>> all =
        LongStream.rangeClosed(SAMPLE_SEED, SAMPLE_SEED + OTHERS)
            .parallel()
            .mapToObj(TruthTest::judged)
            .toList();
    sample = all.get(0);
    others = all.stream().skip(1).flatMap(List::stream).toList();
  }

  private static List<Judgement> judged(long seed) {
    Timeline timeline = new Timeline(LocalDate.of(2026, 11, 22), 35);
    Organisation organisation = Organisations.make(seed, timeline, Organisations.STORY_SERVICES, 1);
    try {
      Path inventory = Files.createDirectory(folder.resolve("seed-" + seed));
      return Judgement.of(PlantedFacts.of(organisation, inventory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void adviceOnTheSampleIsWhatWasPlanted() {
    assertGood(TruthTable.costControls(), sample);
  }

  @Test
  void securityOfTheSampleIsWhatWasPlanted() {
    assertGood(TruthTable.securityControls(sample), sample);
  }

  @Test
  void securityOfOtherOrganisationsIsWhatWasPlanted() {
    assertGood(TruthTable.securityControls(others), others);
  }

  @Test
  void adviceOnOtherOrganisationsIsWhatWasPlanted() {
    assertGood(TruthTable.costControls(), others);
  }

  private static void assertGood(List<String> controls, List<Judgement> judgements) {
    List<String> shortcomings = new ArrayList<>();
    for (String control : controls) {
      TruthTable.Score score = TruthTable.Score.of(judgements, control);
      assertTrue(score.planted() > 0, control);
      if (score.precision() < LEAST_PRECISION.getOrDefault(control, 1.0)
          || score.recall() < LEAST_RECALL.getOrDefault(control, 1.0)
          || score.share() < LEAST_EQUAL.getOrDefault(control, 1.0)) {
        shortcomings.add(control + " " + score);
        judgements.stream()
            .filter(judgement -> judgement.control().equals(control) && !judgement.equal())
            .forEach(judgement -> shortcomings.add(judgement.toString()));
      }
    }
    assertEquals(List.of(), shortcomings);
  }

  @Test
  void theTableOfTheSampleIsTheMeasuredOne() throws IOException {
    assertEquals(
        String.join("\n", TruthTable.lines(TruthTable.costControls(), "advice", sample, others)),
        written("<!-- truth table -->"));
  }

  @Test
  void theTableOfTheSamplesSecurityIsTheMeasuredOne() throws IOException {
    assertEquals(
        String.join(
            "\n",
            TruthTable.lines(TruthTable.securityControls(sample), "failures", sample, others)),
        written("<!-- security truth table -->"));
  }

  private static String written(String begin) throws IOException {
    List<String> readme = Files.readAllLines(README);
    List<String> rest = readme.subList(readme.indexOf(begin) + 1, readme.size());
    return String.join("\n", rest.subList(0, rest.indexOf(TruthTable.END))).strip();
  }
}
