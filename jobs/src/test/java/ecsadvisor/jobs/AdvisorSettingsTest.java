package ecsadvisor.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecsadvisor.jobs.source.UserMistake;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdvisorSettingsTest {

  private static AdvisorSettings read(String text) {
    return AdvisorSettings.read(text, "a.conf");
  }

  @Test
  void emptyFileGivesDefaults() {
    assertEquals(AdvisorSettings.defaults(), read(""));
  }

  @Test
  void valuesReplaceDefaults() {
    AdvisorSettings settings =
        read("tags.owner = [squad]\nprofiles { dev = [Lab], critical = [Prod] }");
    assertEquals(List.of("squad"), settings.tags().ownerKeys());
    assertEquals(Set.of("lab"), settings.tags().devEnvironments());
    assertEquals(Set.of("prod"), settings.tags().criticalEnvironments());
  }

  @Test
  void everyMistakeIsNamedWithTheNearestKey() {
    UserMistake thrown =
        assertThrows(UserMistake.class, () -> read("tags.ownr = [a]\ntags.environment = 5"));
    assertEquals(
        List.of(
            "--config a.conf: unknown key tags.ownr. Maybe you mean tags.owner?",
            "--config a.conf: tags.environment must be a list of texts, such as [\"owner\","
                + " \"team\"]"),
        thrown.mistakes());
  }

  @Test
  void brokenFileIsNamed() {
    UserMistake thrown = assertThrows(UserMistake.class, () -> read("tags {"));
    assertEquals(true, thrown.mistakes().get(0).startsWith("--config a.conf: "));
  }
}
