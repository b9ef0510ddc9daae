package ecsadvisor.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.UserMistake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BacktestCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void printsOneLinePerRuleAndGroup() throws IOException {
    String output = run("--traces", traces(40), "--format", "csv");

    List<String> lines = output.lines().toList();
    assertEquals(
        "rule,services,weeks,regret,regret_per_service,cost_to_current,cpu_bad,cpu_cut,oom_day,"
            + "churn,refused",
        lines.get(0));
    assertEquals(1 + 2 * 7, lines.size());
    // A constant load of 0.2 cores and 300 MiB against 2 cores and 4 GB, one fold: P99.5 x1.2 gives
    // 0.25 vCPU / 512 MiB, which is what the oracle takes.
    String peer = lines.stream().filter(line -> line.contains("P99.5")).findFirst().orElseThrow();
    assertTrue(peer.startsWith("\"P99.5 x1.2, max x1.2\",ALL,1,0.000000,0.000000,0.125"), peer);
  }

  @Test
  void saysWhatTheColumnsMean() throws IOException {
    String output = run("--traces", traces(40));

    assertTrue(output.contains("advice, profile prod"), output);
    assertTrue(output.contains("oom_day: service-days above the memory"), output);
  }

  @Test
  void readsGzipByItsContent() throws IOException {
    Path plain = Path.of(traces(40));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Files.readAllBytes(plain));
    }
    Path zipped = folder.resolve("traces.bin");
    Files.write(zipped, bytes.toByteArray());

    assertEquals(run("--traces", plain.toString()), run("--traces", zipped.toString()));
  }

  @Test
  void namesEveryMistakeOfTheOptions() {
    UserMistake mistake =
        assertThrows(
            UserMistake.class,
            () -> run("--traces", "nowhere.csv", "--fit-days", "0", "--format", "xml"));

    assertEquals(
        List.of(
            "--traces nowhere.csv: no such file",
            "--fit-days 0: must be at least 1",
            "--format xml: must be table or csv"),
        mistake.mistakes());
  }

  @Test
  void saysThatTheHistoryIsTooShort() throws IOException {
    String traces = traces(20);

    assertEquals(
        List.of(
            "--traces "
                + traces
                + ": no series has 32 days to size on and 7 days after them to judge"),
        assertThrows(UserMistake.class, () -> run("--traces", traces)).mistakes());
  }

  @Test
  void asksForPricesOfARegionThatItDoesNotKnow() throws IOException {
    String traces = traces(40);

    assertTrue(
        assertThrows(UserMistake.class, () -> run("--traces", traces, "--region", "af-south-1"))
            .mistakes()
            .get(0)
            .startsWith("--region af-south-1: the price file has no x86 price"));
  }

  @Test
  void namesTheLineThatCannotBeRead() throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(
        file, "series_id,timestamp,cpu_cores,memory_mib,cap_cores,cap_mib\na,0,x,1,1,1\n");

    assertEquals(
        List.of(file + " line 2: not a number in \"a,0,x,1,1,1\""),
        assertThrows(UserMistake.class, () -> run("--traces", file.toString())).mistakes());
  }

  private String traces(int days) throws IOException {
    StringBuilder rows =
        new StringBuilder("series_id,timestamp,cpu_cores,memory_mib,cap_cores,cap_mib\n");
    for (int hour = 0; hour < 24 * days; hour++) {
      rows.append("web,").append(hour * 3600L).append(",0.2,300,2,4096\n");
    }
    Path file = folder.resolve("traces.csv");
    Files.write(file, rows.toString().getBytes(StandardCharsets.UTF_8));
    return file.toString();
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(new BacktestCommand());
    line.setOut(new PrintWriter(out));
    CommandLine.ParseResult parsed = line.parseArgs(arguments);
    try {
      ((BacktestCommand) parsed.commandSpec().userObject()).call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
