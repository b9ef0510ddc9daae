package ecsadvisor.jobs.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.finding.memory.Memory;
import ecsadvisor.jobs.finding.memory.PlantedWeeks;
import ecsadvisor.jobs.finding.memory.Remembered;
import ecsadvisor.jobs.finding.memory.RunView;
import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.table.LedgerRow;
import ecsadvisor.jobs.table.PlanRow;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.Table;
import ecsadvisor.models.ledger.LedgerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class EarlierRunsTest {
  private static final PlantedWeeks WEEKS =
      new PlantedWeeks(Map.of("still", "aaa", "done", "aFF", "gone", "aaG"));

  @TempDir Path out;

  /** A run as the job does it: reads the past, remembers, publishes. */
  private EarlierRuns.Past publish(int week) throws IOException {
    RunView run = WEEKS.run(week);
    EarlierRuns.Past past = past(week);
    Remembered memory = new Memory(LedgerSettings.defaults()).remember(past.entries(), run, null);
    new Publisher(new Configuration(), out.toString())
        .publish(
            run.asOf(),
            staging -> {
              staging.table(Table.of(EarlierRuns.LEDGER, LedgerRow.class, memory.ledger()));
              staging.table(Table.of("plan", PlanRow.class, memory.plan()));
              staging.table(
                  Table.of("recommendations", RecommendationRow.class, memory.recommendations()));
            });
    return past;
  }

  private EarlierRuns.Past past(int week) {
    return new EarlierRuns(new Configuration(), out.toString()).before(WEEKS.run(week).asOf());
  }

  private SortedMap<String, String> files() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(out)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            out.relativize(path).toString(), HexFormat.of().formatHex(Files.readAllBytes(path)));
      }
    }
    return files;
  }

  private Path ledger(int week) {
    return out.resolve("tables/ledger/run_date=" + WEEKS.run(week).asOf() + "/ledger.parquet");
  }

  @Test
  void aWeekRunAgainSeesTheSamePastAndReplacesOnlyItself() throws IOException {
    for (int week = 0; week < 3; week++) {
      publish(week);
    }
    SortedMap<String, String> before = files();
    EarlierRuns.Past past = publish(1);
    assertEquals(WEEKS.run(0).asOf(), past.runDate());
    assertEquals(before, files());
  }

  @Test
  void theMemoryGoesOnFromTheLatestRunBefore() throws IOException {
    assertEquals(EarlierRuns.Past.NONE, publish(0));
    publish(1);
    EarlierRuns.Past past = past(2);
    assertEquals("", past.warning());
    assertEquals(3, past.entries().size());
    assertTrue(past.entries().stream().allMatch(entry -> entry.asOf().equals(past.runDate())));
    assertNotEquals(past.entries(), past(1).entries());
  }

  @Test
  void sparkReadsTheLedgerOfAllWeeks(SparkSession spark) throws IOException {
    publish(0);
    publish(1);
    assertEquals(6, spark.read().parquet(out.resolve("tables/ledger").toString()).count());
  }

  @Test
  void aDamagedWeekIsPassedOverWithOneWarning() throws IOException {
    publish(0);
    publish(1);
    Files.writeString(ledger(1), "PAR1 no parquet");
    EarlierRuns.Past past = past(2);
    assertEquals(WEEKS.run(0).asOf(), past.runDate());
    assertEquals(3, past.entries().size());
    assertTrue(past.warning().contains("2026-06-14"), past.warning());
    assertTrue(past.warning().contains("continued from run_date=2026-06-07"), past.warning());
  }

  @Test
  void aWeekWithoutAMemoryIsPassedOverWithOneWarning() throws IOException {
    publish(0);
    publish(1);
    Files.delete(ledger(1));
    Files.delete(ledger(1).getParent());
    EarlierRuns.Past past = past(2);
    assertEquals(WEEKS.run(0).asOf(), past.runDate());
    assertTrue(past.warning().contains("2026-06-14"), past.warning());
  }

  @Test
  void whereNothingCanBeReadRecommendationsBeginAnew() throws IOException {
    publish(0);
    Files.writeString(ledger(0), "");
    EarlierRuns.Past past = past(1);
    assertNull(past.runDate());
    assertTrue(past.entries().isEmpty());
    assertTrue(past.warning().contains("begin anew"), past.warning());
  }

  @Test
  void otherNamesBesideTheWeeksAreLeftAlone() throws IOException {
    publish(0);
    Files.createDirectories(out.resolve("tables/ledger/run_date=latest"));
    Files.createDirectories(out.resolve("tables/ledger/_temporary"));
    assertEquals("", past(1).warning());
    assertEquals(3, past(1).entries().size());
  }
}
