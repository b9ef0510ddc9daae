package ecsadvisor.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A command of this program in a process of its own.
 *
 * @param seconds wall time of the whole process
 * @param peakMemoryMiB its largest resident set, where the system tells
 */
record BenchProcess(double seconds, Optional<Long> peakMemoryMiB) {

  /** Runs a command of this program in a JVM of its own with this JVM's options. */
  static BenchProcess run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Advise.class.getName()));
    command.addAll(arguments);
    long began = System.nanoTime();
    Process process = new ProcessBuilder(command).inheritIO().start();
    Optional<Long> peak = Optional.empty();
    while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
      Optional<Long> before = peak;
      peak = peakMemoryMiB(process.pid()).or(() -> before);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException(
          "%s ended with status %d".formatted(arguments.get(0), process.exitValue()));
    }
    return new BenchProcess(seconds, peak);
  }

  /** The largest resident set of a running process; empty where the system does not tell. */
  static Optional<Long> peakMemoryMiB(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try (Stream<String> lines = Files.lines(status, UTF_8)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst();
    } catch (IOException | UncheckedIOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
