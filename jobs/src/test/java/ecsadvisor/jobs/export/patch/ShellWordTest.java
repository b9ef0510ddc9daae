package ecsadvisor.jobs.export.patch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellWordTest {
  @TempDir Path folder;

  @Test
  void bashReadsEveryWordAsTheTextItStandsFor() throws Exception {
    List<String> texts = HostileTexts.some(1_000);
    assertEquals(texts, readByBash(texts, ""));
  }

  @Test
  void theLocaleOfTheShellDoesNotMatter() throws Exception {
    List<String> texts = HostileTexts.some(200);
    assertEquals(texts, readByBash(texts, "export LC_ALL=C\n"));
  }

  @Test
  void noControlOrFormatCharacterIsInAWord() {
    for (String text : HostileTexts.some(1_000)) {
      assertTrue(PlainText.isPlain(ShellWord.of(text)), text);
    }
  }

  @Test
  void aNulIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ShellWord.of("a\0b"));
  }

  @Test
  void aCommentStaysOnItsLine() throws Exception {
    String script =
        HostileTexts.some(500).stream()
            .map(text -> "# " + PlainText.line(text) + "\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("script.sh"), script, UTF_8);
    assertEquals(new Bash.Result(0, "", ""), Bash.run(folder, Map.of(), "script.sh"));
  }

  private List<String> readByBash(List<String> texts, String start) throws Exception {
    String words = texts.stream().map(ShellWord::of).collect(Collectors.joining(" "));
    Files.writeString(folder.resolve("script.sh"), start + "printf '%s\\0' " + words + "\n", UTF_8);
    Bash.Result result = Bash.run(folder, Map.of(), "script.sh");
    assertEquals("", result.error());
    assertFalse(Files.exists(folder.resolve("pwned")));
    return List.of(result.out().split("\0", -1)).subList(0, texts.size());
  }
}
