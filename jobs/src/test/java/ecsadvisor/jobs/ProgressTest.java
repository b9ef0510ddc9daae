package ecsadvisor.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Progress progress(boolean quiet) {
    Iterator<Long> clock = List.of(0L, 1_000_000_000L, 2_500_000_000L, 2_500_000_000L).iterator();
    return new Progress(new PrintStream(bytes, true, UTF_8), quiet, clock::next);
  }

  @Test
  void aStageIsNamedWithItsCounts() {
    progress(false).stage("bill: fold", () -> 1234567L, n -> n, "line", "lines");
    assertEquals(
        "   2.5 s  bill: fold                         1,234,567 lines" + System.lineSeparator(),
        bytes.toString(UTF_8));
  }

  @Test
  void quietSaysNothingButKeepsTheStage() {
    Progress progress = progress(true);
    progress.stage("bill: fold", () -> 1L, n -> n, "line", "lines");
    assertEquals("", bytes.toString(UTF_8));
    assertEquals(List.of(new Progress.Stage("bill: fold", 1500, 1)), progress.stages());
  }
}
