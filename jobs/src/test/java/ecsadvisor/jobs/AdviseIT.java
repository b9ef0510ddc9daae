package ecsadvisor.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command as a user calls it: {@code ./advise} in a process of its own, on the sample
 * organisation, on one machine and on a Spark cluster of separate JVMs.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdviseIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir static Path directory;

  private record Result(int status, String err) {}

  private static Result advise(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("advise").toString()));
    command.addAll(List.of(arguments));
    Path err = Files.createTempFile(directory, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(err.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int status = process.waitFor();
    return new Result(status, Files.readString(err, UTF_8));
  }

  private static Result weekly(String out, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "weekly",
                "--bill",
                ROOT.resolve("sample-data/bill").toString(),
                "--utilization",
                ROOT.resolve("sample-data/utilization").toString(),
                "--inventory",
                ROOT.resolve("sample-data/inventory").toString(),
                "--out",
                directory.resolve(out).toString(),
                "--quiet"));
    arguments.addAll(List.of(more));
    return advise(arguments.toArray(new String[0]));
  }

  private static Map<String, String> csvs(String out) throws Exception {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory.resolve(out))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
        contents.put(
            directory.resolve(out).relativize(file).toString(),
            HexFormat.of()
                .formatHex(
                    java.security.MessageDigest.getInstance("SHA-256")
                        .digest(Files.readAllBytes(file))));
      }
    }
    return contents;
  }

  @Test
  @Order(1)
  void aClusterOfSeparateJvmsGivesTheSameBytes() throws Exception {
    Result one = weekly("one", "--master", "local[1]");
    assertEquals(0, one.status(), one.err());
    Result cluster = weekly("cluster", "--master", "local-cluster[2,1,1024]");
    assertEquals(0, cluster.status(), cluster.err());
    assertFalse(csvs("one").isEmpty());
    assertEquals(csvs("one"), csvs("cluster"));
  }

  @Test
  @Order(2)
  void aPathThatDoesNotExistIsTheUsersMistake() throws Exception {
    Result result =
        advise(
            "weekly", "--bill", "no/such/bill", "--inventory", "no/such/inventory", "--out", "x");
    assertEquals(2, result.status(), result.err());
    List<String> lines = result.err().lines().filter(line -> line.startsWith("advise: ")).toList();
    assertEquals(2, lines.size(), result.err());
    assertTrue(lines.get(0).contains("no/such/bill"), result.err());
    assertTrue(lines.get(1).contains("no/such/inventory"), result.err());
    assertFalse(Files.exists(directory.resolve("x")));
  }

  @Test
  @Order(3)
  void damagedInputStopsWithThreeAndLeavesTheLastRun() throws Exception {
    Map<String, String> before = csvs("one");
    assertFalse(before.isEmpty(), "the first test makes the last good run");
    Path damaged = Files.createDirectories(directory.resolve("damaged"));
    Files.writeString(
        damaged.resolve("records.json"),
        "{\"metric_stream_name\":\"s\",\"account_id\":\"1\",\"region\":\"r\",\"namespace\":\n"
            .repeat(50),
        UTF_8);
    Result result =
        advise(
            "weekly",
            "--utilization",
            damaged.toString(),
            "--inventory",
            ROOT.resolve("sample-data/inventory").toString(),
            "--out",
            directory.resolve("one").toString(),
            "--quiet");
    assertEquals(3, result.status(), result.err());
    assertTrue(result.err().contains("records.json"), result.err());
    assertEquals(before, csvs("one"));
  }
}
