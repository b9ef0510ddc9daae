package ecsadvisor.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes of the command line: all of them at once, one line each, status 2, no Spark started. */
class AdviseTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return Advise.run(new PrintStream(bytes, true, UTF_8), arguments);
  }

  private String err() {
    return bytes.toString(UTF_8);
  }

  @Test
  void unknownOptionIsNamed() {
    assertEquals(2, run("weekly", "--bil", "x"));
    assertTrue(err().contains("Unknown option") && err().contains("--bil"), err());
  }

  @Test
  void unknownCommandIsNamed() {
    assertEquals(2, run("weakly"));
    assertTrue(err().contains("weakly"), err());
  }

  @Test
  void noInputAtAllIsAMistake() {
    assertEquals(2, run("weekly"));
    assertTrue(err().contains("--bill, --utilization or --inventory"), err());
  }

  @Test
  void allMistakesAreToldAtOnce(@TempDir Path directory) {
    String prices = directory.resolve("prices.csv").toString();
    assertEquals(
        2, run("weekly", "--lookback-days", "0", "--max-bad-share", "2", "--prices", prices));
    assertEquals(4, err().lines().count(), err());
    assertTrue(err().contains("--lookback-days"), err());
    assertTrue(err().contains("--max-bad-share"), err());
    assertTrue(err().contains(prices), err());
  }

  @Test
  void helpNamesEveryCommand() {
    assertEquals(0, run("--help"));
  }
}
