package ecsadvisor.jobs.source.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecsadvisor.jobs.source.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFinderTest {
  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> find(String... uris) {
    return FileFinder.find(new Configuration(), "--utilization", List.of(uris)).stream()
        .map(file -> file.uri().replaceFirst("^file:/*", "/").replace(folder + "/", ""))
        .toList();
  }

  @Test
  void filesOfAllDepthsAreFoundInOrder() throws IOException {
    write("b/2026/11/02/x", "1");
    write("a.json", "1");
    write("b/2026/11/01/y.gz", "1");
    assertEquals(List.of("a.json", "b/2026/11/01/y.gz", "b/2026/11/02/x"), find("" + folder));
  }

  @Test
  void hiddenFilesMarkersAndFailedRecordsAreLeftOut() throws IOException {
    write("_SUCCESS", "1");
    write(".hidden", "1");
    write("_temporary/0/part", "1");
    write("empty", "");
    write("folder_$folder$", "1");
    write("aws-logs-write-test", "1");
    write("errors/processing-failed/2026/x", "1");
    write("format-conversion-failed/2026/x", "1");
    write("decompression-failed/x", "1");
    write("kept", "1");
    assertEquals(List.of("kept"), find("" + folder));
  }

  @Test
  void namesWithBlanksColonsAndPercentSignsCanBeOpened() throws IOException {
    String name = "a b/1_Config_AWS::ECS::Service_%20.json";
    write(name, "text");
    assertEquals(List.of(name), find("" + folder));
    Configuration hadoop = new Configuration();
    FileUnit file = FileFinder.find(hadoop, "--utilization", List.of("" + folder)).get(0);
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.uri());
    try (var in = FileAccess.of(path, hadoop).open(path)) {
      assertEquals(4, in.readAllBytes().length);
    }
  }

  @Test
  void fileThatIsNamedTwiceIsFoundOnce() throws IOException {
    write("a/x", "1");
    assertEquals(List.of("a/x"), find("" + folder, folder + "/a", folder + "/a/x"));
  }

  @Test
  void locationsThatDoNotExistAreAllNamed() {
    UserMistake mistake =
        assertThrows(UserMistake.class, () -> find(folder + "/no", "" + folder, folder + "/nope"));
    assertEquals(
        List.of(
            "--utilization " + folder + "/no: no such file or folder",
            "--utilization " + folder + "/nope: no such file or folder"),
        mistake.mistakes());
  }
}
