package ecsadvisor.jobs.source.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.UserMistake;
import ecsadvisor.models.ledger.Decision;
import ecsadvisor.models.ledger.DecisionKind;
import ecsadvisor.models.ledger.Decisions;
import ecsadvisor.models.ledger.Lifecycle;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionFileTest {
  private static final String HEADER =
      "recommendation_id,decision,reason,until,author,decided_on\n";

  private static List<String> mistakes(String text) {
    return assertThrows(UserMistake.class, () -> DecisionFile.read(text, "d.csv")).mistakes();
  }

  @Test
  void aLineIsADecision() {
    DecisionFile file =
        DecisionFile.read(HEADER + "ecs-1,Dismissed,\"low, for now\",,ana,2026-11-20\n", "d.csv");
    assertEquals(
        List.of(
            new Decision(
                "ecs-1",
                DecisionKind.DISMISSED,
                "low, for now",
                null,
                "ana",
                LocalDate.parse("2026-11-20"))),
        file.decisions());
  }

  @Test
  void aFileWithOnlyItsHeaderDecidesNothing() {
    assertEquals(List.of(), DecisionFile.read(HEADER.strip(), "d.csv").decisions());
  }

  @Test
  void columnsMayStandInAnyOrderAndBehindAByteOrderMark() {
    String text =
        """
        \uFEFFdecided_on,author,until,reason,decision,recommendation_id
        2026-11-20,ana,2026-12-01,later,snoozed,ecs-1
        """;
    assertEquals("ecs-1", DecisionFile.read(text, "d.csv").decisions().get(0).recommendationId());
  }

  @Test
  void everyMistakeIsNamedWithItsLine() {
    List<String> mistakes =
        mistakes(
            HEADER
                + "ecs-1,Dismissed,,,ana,2026-11-20\n"
                + "ecs-2,Snoozed,later,,ana,2026-11-20\n"
                + ",InProgress,,,,2026-11-20\n"
                + "ecs-4,Maybe,,,,20.11.2026\n"
                + "ecs-5,InProgress\n"
                + "ecs-6,InProgress,,2026-11-01,,2026-11-20\n");
    assertEquals(
        List.of(
            "--decisions d.csv: line 2: reason is missing",
            "--decisions d.csv: line 3: until is missing",
            "--decisions d.csv: line 4: recommendation_id is missing",
            "--decisions d.csv: line 5: decision must be InProgress, Dismissed or Snoozed, not Maybe",
            "--decisions d.csv: line 5: decided_on must be a day such as 2026-11-20, not 20.11.2026",
            "--decisions d.csv: line 6: 2 cells, but the header has 6",
            "--decisions d.csv: line 7: until is before decided_on"),
        mistakes);
  }

  @Test
  void linesAreCountedThroughQuotedLineBreaks() {
    List<String> mistakes =
        mistakes(
            HEADER
                + "ecs-1,Dismissed,\"two\nlines\",,ana,2026-11-20\n"
                + "ecs-2,Dismissed,x,,,2026-11-20\n");
    assertEquals(List.of("--decisions d.csv: line 4: author is missing"), mistakes);
  }

  @Test
  void aHeaderThatLacksAColumnIsNamedOnce() {
    List<String> mistakes = mistakes("recommendation_id,decision,reason,until,author,when\nx\n");
    assertEquals(2, mistakes.size(), mistakes.toString());
    assertTrue(mistakes.get(0).contains("line 1: the column decided_on is missing"));
    assertTrue(mistakes.get(1).contains("line 1: unknown column when"));
  }

  @Test
  void anEmptyFileHasNoHeader() {
    assertTrue(mistakes("").get(0).contains("recommendation_id"));
  }

  @Test
  void anUnknownRecommendationIsAWarningWithItsLine() {
    DecisionFile file = DecisionFile.read(HEADER + "ecs-9,InProgress,,,,2026-11-20\n", "d.csv");
    List<Decisions.Problem> problems =
        Decisions.problems(
            file.decisions(),
            Set.of(),
            LocalDate.parse("2026-11-20"),
            Lifecycle.Settings.defaults());
    assertEquals(
        List.of(
            "--decisions d.csv: line 2: decision on ecs-9 is not heeded: no recommendation has this"
                + " id"),
        file.warnings(problems));
  }
}
