package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagsTest {

  private static Tags tags(Tag... tags) {
    return new Tags(
        TagSettings.defaults(), null, new Spend("USD", "1", List.of(tags), List.of(), List.of()));
  }

  @Test
  void billAndResourceSpellingsOfAKeyAreOne() {
    assertEquals("checkout", tags(new Tag("user_team", "checkout")).owner());
    assertEquals("checkout", tags(new Tag("user:Team", " checkout ")).owner());
  }

  @Test
  void firstConfiguredKeyWins() {
    assertEquals("a", tags(new Tag("team", "b"), new Tag("owner", "a")).owner());
  }

  @Test
  void blankTagsSayNothing() {
    assertEquals("", tags(new Tag("owner", "  ")).owner());
  }

  @Test
  void environmentsGetTheirProfile() {
    assertEquals(Profile.DEV, tags(new Tag("env", "Staging")).profile());
    assertEquals(Profile.CRITICAL, tags(new Tag("Environment", "CRITICAL")).profile());
  }

  @Test
  void unknownEnvironmentIsProduction() {
    assertEquals(Profile.PROD, tags(new Tag("env", "live")).profile());
    assertEquals(Profile.PROD, tags().profile());
  }
}
