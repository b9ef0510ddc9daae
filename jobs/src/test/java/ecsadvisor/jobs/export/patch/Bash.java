package ecsadvisor.jobs.export.patch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs bash in a folder. */
final class Bash {
  /** What came of it. */
  record Result(int status, String out, String error) {}

  private Bash() {}

  static Result run(Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash"));
    command.addAll(Arrays.asList(arguments));
    Path out = Files.createTempFile("out", "");
    Path error = Files.createTempFile("error", "");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(error.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("bash did not end");
      }
      return new Result(
          process.exitValue(), Files.readString(out, UTF_8), Files.readString(error, UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(error);
    }
  }

  /** Whether the machine has all of these programs. */
  static boolean has(String... programs) throws IOException, InterruptedException {
    for (String program : programs) {
      if (run(Path.of("."), Map.of(), "-c", "command -v " + program).status() != 0) {
        return false;
      }
    }
    return true;
  }

  static void write(Patch patch, Path folder) throws IOException {
    for (Map.Entry<String, String> file : patch.files().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue(), UTF_8);
    }
  }
}
