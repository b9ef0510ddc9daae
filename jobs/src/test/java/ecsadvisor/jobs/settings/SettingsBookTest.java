package ecsadvisor.jobs.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.UserMistake;
import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.Usage;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.setting.Setting;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsBookTest {
  record Sizing(
      @Setting("least days with data") int minimumDays,
      @Setting("least memory, MiB") double floorMiB,
      @Setting("whether it is on") boolean enabled,
      @Setting("keys of tags") List<String> tagKeys) {
    Sizing {
      if (minimumDays < 1) {
        throw new IllegalArgumentException("minimumDays is out of range: " + minimumDays);
      }
    }
  }

  record All(Sizing rightSize, Sizing other) {}

  private static final Sizing DEFAULT = new Sizing(7, 256, true, List.of("team"));
  private static final All DEFAULTS = new All(DEFAULT, DEFAULT);

  private static SettingsBook<All> book(String text) {
    return SettingsBook.read(
        SettingsBook.parse(text, "a.conf"), "a.conf", DEFAULTS, Set.of("other"));
  }

  private static String mistake(String text) {
    return assertThrows(UserMistake.class, () -> book(text)).mistakes().get(0);
  }

  private static ServiceFacts service(String cluster, String team) {
    return new ServiceFacts(
        new ServiceKey("111122223333", "us-east-1", cluster, "web"),
        new Window(LocalDate.of(2026, 11, 20), 32),
        Profile.PROD,
        team,
        "prod",
        null,
        new Spend("USD", "1", List.of(new Tag("user_team", team)), List.of(), List.of()),
        Usage.NONE,
        List.of());
  }

  @Test
  void valuesOfTheFileWinAndTheRestStays() {
    Sizing sizing =
        book("controls { right-size { minimum-days = 3, floor-mib = 512 } }").base().rightSize();
    assertEquals(new Sizing(3, 512, true, List.of("team")), sizing);
  }

  @Test
  void anEmptyFileIsTheDefaults() {
    assertEquals(DEFAULTS, book("").base());
  }

  @Test
  void overridesHoldForTheServicesThatTheyMatchOnlyAndLaterOnesWin() {
    SettingsBook<All> book =
        book(
            """
            overrides = [
              { match { cluster = "dev*" }, controls { right-size { minimum-days = 2 } } }
              { match { tag { team = shop } }, controls { right-size { minimum-days = 1 } } }
            ]
            """);
    assertEquals(2, book.of(service("dev-1", "data")).rightSize().minimumDays());
    assertEquals(1, book.of(service("dev-1", "shop")).rightSize().minimumDays());
    assertEquals(7, book.of(service("prod", "data")).rightSize().minimumDays());
  }

  @Test
  void anUnknownKeyIsNamedWithTheNearestOne() {
    assertEquals(
        "--config a.conf: unknown key controls.right-size.minimum-day."
            + " Maybe you mean controls.right-size.minimum-days?",
        mistake("controls { right-size { minimum-day = 3 } }"));
    assertEquals(
        "--config a.conf: unknown key controls.right-sise. Maybe you mean controls.right-size?",
        mistake("controls { right-sise { } }"));
    assertEquals(
        "--config a.conf: unknown key overrides[1].match.clusters."
            + " Maybe you mean overrides[1].match.cluster?",
        mistake("overrides = [ { match { clusters = a } } ]"));
  }

  @Test
  void aWrongValueIsNamed() {
    assertEquals(
        "--config a.conf: controls.right-size.minimum-days must be a whole number, not \"soon\"",
        mistake("controls { right-size { minimum-days = soon } }"));
    assertEquals(
        "--config a.conf: controls.right-size: minimumDays is out of range: 0",
        mistake("controls { right-size { minimum-days = 0 } }"));
  }

  @Test
  void anOverrideOfWhatServicesShareIsRefused() {
    assertEquals(
        "--config a.conf: overrides[1].controls.other is about what services share, so it holds"
            + " for all of them; set it under controls",
        mistake(
            "overrides = [ { match { cluster = a }, controls { other { minimum-days = 2 } } } ]"));
  }

  @Test
  void whatIsNoSettingsFileIsSaid() {
    assertTrue(
        assertThrows(UserMistake.class, () -> SettingsBook.parse("{ a = ", "a.conf"))
            .mistakes()
            .get(0)
            .startsWith("--config a.conf: "));
  }

  @Test
  void printedSettingsCanBeReadBack() {
    String text = "controls {\n" + SettingsText.of(DEFAULTS, "  ") + "}\n";
    assertEquals(DEFAULTS, book(text).base());
    assertTrue(text.contains("    # Least memory, MiB\n    floor-mib = 256\n"), text);
  }
}
