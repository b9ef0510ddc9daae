package ecsadvisor.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.settings.SettingsBook;
import ecsadvisor.models.cost.CostSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the command prints is what holds without a file; what the documents show can be read. */
class SettingsCommandTest {

  private static final Pattern BLOCK = Pattern.compile("```hocon\n(.*?)```", Pattern.DOTALL);

  private static String printed() {
    StringWriter text = new StringWriter();
    CommandLine line = new CommandLine(new SettingsCommand());
    line.setOut(new PrintWriter(text));
    assertEquals(0, line.execute());
    return text.toString();
  }

  @Test
  void whatIsPrintedIsReadBackAsTheDefaults() {
    String text = printed();
    assertEquals(AdvisorSettings.defaults(), AdvisorSettings.read(text, "a.conf"));
    assertEquals(
        CostSettings.defaults(),
        SettingsBook.read(
                SettingsBook.parse(text, "a.conf"),
                "a.conf",
                CostSettings.defaults(),
                CostSettings.SHARED)
            .base());
  }

  @Test
  void keysOfTagsAndProfilesArePrintedInOrder() {
    List<String> keys =
        printed().lines().filter(line -> line.matches("(tags|profiles)\\..*")).toList();
    assertEquals(
        List.of(
            "tags.owner = [\"owner\", \"team\"]",
            "tags.environment = [\"environment\", \"env\", \"stage\"]",
            "tags.cost-centre = [\"cost-centre\", \"cost_center\", \"costcenter\"]",
            "profiles.dev = [\"dev\", \"development\", \"qa\", \"sandbox\", \"staging\", \"test\","
                + " \"testing\"]",
            "profiles.critical = [\"critical\", \"mission-critical\"]"),
        keys);
  }

  @Test
  void examplesOfTheDocumentsAreRead() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "settings.md"), UTF_8);
    Matcher blocks = BLOCK.matcher(document);
    int read = 0;
    while (blocks.find()) {
      String text = blocks.group(1);
      AdvisorSettings.read(text, "settings.md");
      SettingsBook.read(
          SettingsBook.parse(text, "settings.md"),
          "settings.md",
          CostSettings.defaults(),
          CostSettings.SHARED);
      read++;
    }
    assertEquals(1, read);
  }
}
