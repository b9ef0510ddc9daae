package ecsadvisor.jobs.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

  public record Line(String name) {}

  @TempDir Path out;

  private static Table<Line> table(String name, String... lines) {
    return Table.of(name, Line.class, Stream.of(lines).map(Line::new).toList());
  }

  private void publish(LocalDate date, Publisher.Content content) throws IOException {
    new Publisher(new Configuration(), out.toString()).publish(date, content);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(out)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> out.relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  private String read(String file) throws IOException {
    return Files.readString(out.resolve(file));
  }

  private void plant(String file, String text) throws IOException {
    Files.createDirectories(out.resolve(file).getParent());
    Files.writeString(out.resolve(file), text);
  }

  @Test
  void aRunIsPublishedWithItsTablesAndNothingElse() throws IOException {
    publish(
        DATE,
        staging -> {
          staging.table(table("services", "a"));
          staging.text("report.html", "<p/>");
          staging.text("patches/r-1/task.json", "{}");
        });
    assertEquals(
        List.of(
            "run_date=2026-11-20/patches/r-1/task.json",
            "run_date=2026-11-20/report.html",
            "run_date=2026-11-20/services.csv",
            "tables/services/run_date=2026-11-20/services.parquet"),
        files());
    assertEquals(List.of("run_date=2026-11-20", "tables"), folders());
  }

  private List<String> folders() throws IOException {
    try (Stream<Path> paths = Files.list(out)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aDateIsReplacedAndOtherDatesStay() throws IOException {
    publish(DATE.minusDays(7), staging -> staging.text("summary.json", "last week"));
    publish(
        DATE,
        staging -> {
          staging.text("old.txt", "old");
          staging.table(table("services", "a"));
        });
    publish(DATE, staging -> staging.text("summary.json", "new"));
    assertEquals(
        List.of(
            "run_date=2026-11-13/summary.json",
            "run_date=2026-11-20/summary.json",
            "tables/services/run_date=2026-11-20/services.parquet"),
        files());
    assertEquals("new", read("run_date=2026-11-20/summary.json"));
  }

  @Test
  void aWriterThatFailsLeavesTheLastRun() throws IOException {
    publish(DATE, staging -> staging.text("summary.json", "good"));
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                publish(
                    DATE,
                    staging -> {
                      staging.text("summary.json", "half");
                      staging.table(table("services", "a"));
                      throw new IOException("disk full");
                    }));
    assertEquals("disk full", thrown.getMessage());
    assertEquals(List.of("run_date=2026-11-20/summary.json"), files());
    assertEquals("good", read("run_date=2026-11-20/summary.json"));
    assertEquals(List.of("run_date=2026-11-20"), folders());
  }

  @Test
  void aMoveThatFailsPutsTheLastRunBack() throws IOException {
    publish(
        DATE,
        staging -> {
          staging.table(table("alpha", "good"));
          staging.text("summary.json", "good");
        });
    byte[] alpha =
        Files.readAllBytes(out.resolve("tables/alpha/run_date=2026-11-20/alpha.parquet"));
    plant("tables/zebra", "a file where a folder has to be");
    assertThrows(
        IOException.class,
        () ->
            publish(
                DATE,
                staging -> {
                  staging.table(table("alpha", "new", "rows"));
                  staging.table(table("zebra", "x"));
                  staging.text("summary.json", "new");
                }));
    assertEquals("good", read("run_date=2026-11-20/summary.json"));
    assertArrayEquals(
        alpha, Files.readAllBytes(out.resolve("tables/alpha/run_date=2026-11-20/alpha.parquet")));
    assertEquals(List.of("run_date=2026-11-20", "tables"), folders());
  }

  @Test
  void leftoversOfARunThatDiedWhileWritingAreRemoved() throws IOException {
    plant(".tmp-run_date=2026-11-20-dead/_STARTED", "");
    plant(".tmp-run_date=2026-11-20-dead/new/run_date=2026-11-20/summary.json", "half");
    publish(DATE, staging -> staging.text("report.html", "new"));
    assertEquals(List.of("run_date=2026-11-20/report.html"), files());
  }

  @Test
  void aRunThatDiedWhileMovingIsFinishedByTheNext() throws IOException {
    String dead = ".tmp-run_date=2026-11-13-dead/";
    plant(dead + "_STARTED", "");
    Files.setLastModifiedTime(
        out.resolve(dead + "_STARTED"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    plant(dead + "_COMPLETE", "tables/services/run_date=2026-11-13\nrun_date=2026-11-13");
    plant(dead + "clear/tables/services/run_date=2026-11-13", "");
    plant(dead + "old/tables/services/run_date=2026-11-13/services.parquet", "old");
    plant(dead + "new/run_date=2026-11-13/summary.json", "new");
    plant("tables/services/run_date=2026-11-13/services.parquet", "new");
    plant("run_date=2026-11-13/summary.json", "old");
    publish(DATE, staging -> staging.text("summary.json", "today"));
    assertEquals("new", read("run_date=2026-11-13/summary.json"));
    assertEquals("new", read("tables/services/run_date=2026-11-13/services.parquet"));
    assertFalse(Files.exists(out.resolve(dead)));
  }

  @Test
  void filesThatAnObjectStoreDidNotGetToAreMovedOneByOne() throws IOException {
    String dead = ".tmp-run_date=2026-11-20-dead/";
    plant(dead + "_STARTED", "");
    plant(dead + "_COMPLETE", "tables/services/run_date=2026-11-20");
    plant(dead + "clear/tables/services/run_date=2026-11-20", "");
    plant(dead + "new/tables/services/run_date=2026-11-20/b/second", "2");
    plant("tables/services/run_date=2026-11-20/first", "1");
    publish(DATE, staging -> staging.text("summary.json", "today"));
    assertEquals("1", read("tables/services/run_date=2026-11-20/first"));
    assertEquals("2", read("tables/services/run_date=2026-11-20/b/second"));
  }

  @Test
  void aRunningJobOfAnotherDateIsLeftAlone() throws IOException {
    String running = ".tmp-run_date=2026-11-13-running/";
    plant(running + "_STARTED", "");
    plant(running + "new/run_date=2026-11-13/summary.json", "being written");
    publish(DATE, staging -> staging.text("summary.json", "today"));
    assertTrue(Files.exists(out.resolve(running + "new/run_date=2026-11-13/summary.json")));
  }

  @Test
  void namesThatLeaveTheFolderAreRefused() {
    for (String name : List.of("../x", "/etc/x", "a/../../x", "", ".hidden", "a//b")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> publish(DATE, staging -> staging.text(name, "x")),
          name);
    }
  }
}
