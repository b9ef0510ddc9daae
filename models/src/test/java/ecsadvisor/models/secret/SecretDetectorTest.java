package ecsadvisor.models.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.security.SecretHit;
import ecsadvisor.models.fact.security.SecretHit.Confidence;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SecretDetectorTest {
  private static SecretFindings scan(String name, String value) {
    SecretFindings found = new SecretFindings();
    SecretDetector.builtIn().scan("environment", name, value, found);
    return found;
  }

  @Test
  void aHitTellsPlaceNameRuleAndLengthClass() {
    assertEquals(
        List.of(new SecretHit("environment", "URL", "password-in-url", Confidence.HIGH, "8-15")),
        scan("URL", "postgres://app:7Gh2kLm9Qw@db.internal/x").hits());
  }

  @Test
  void forbiddenNamesAreHitsWhateverTheirValue() {
    assertEquals(1, scan("ECS_ENGINE_AUTH_DATA", "").hits().size());
    assertEquals(0, scan("ecs_engine_auth_data", "").hits().size());
  }

  @Test
  void forbiddenNamesCountInTheEnvironmentOnly() {
    SecretFindings found = new SecretFindings();
    SecretDetector.builtIn().scan("dockerLabels", "AWS_ACCESS_KEY_ID", "", found);
    assertEquals(List.of(), found.hits());
  }

  @Test
  void everyEntryIsLookedAtNotOnlyTheLast() {
    SecretFindings found = new SecretFindings();
    SecretDetector.builtIn().scan("environment", "DB_PASSWORD", "7Gh2kLm9Qw4zXc6V", found);
    SecretDetector.builtIn().scan("environment", "ZONE", "a", found);
    assertEquals(1, found.hits().size());
  }

  @Test
  void knownPasswordElsewhereIsUnsure() {
    assertEquals(
        Confidence.MEDIUM,
        scan("URL", "postgres://postgres:postgres@db.internal/x").hits().get(0).confidence());
  }

  @Test
  void whatIsCutOffIsSaid() {
    assertTrue(scan("X", "a".repeat(65_536)).isComplete());
    assertFalse(scan("X", "a".repeat(65_537)).isComplete());
  }

  @Test
  void textsThatTroubleOtherEnginesAreLookedAt() {
    for (String part :
        List.of(
            "a",
            "=",
            "a=",
            "a=\"",
            "token: ",
            "{\"",
            "\\",
            "[[",
            "://",
            "://a:",
            "://a:b@",
            "-----BEGIN ",
            "eyJ",
            "password=",
            "--p",
            "${",
            "\u0000",
            "\uD800")) {
      String text = part.repeat(100_000 / part.length());
      scan("DB_PASSWORD", text);
      scan("X", "{" + text);
      SecretFindings found = new SecretFindings();
      SecretDetector.builtIn().scanWords("command", List.of(text, text), found);
      assertFalse(found.isComplete(), part);
    }
  }

  @Property(tries = 500)
  void noFieldOfAHitHoldsTheValue(
      @ForAll @StringLength(min = 8, max = 60) @CharRange(from = '!', to = '~') String secret,
      @ForAll @StringLength(max = 20) String noise) {
    for (String text :
        List.of(
            secret,
            "postgres://app:" + secret + "@db.internal/" + noise,
            "{\"password\":\"" + secret + "\",\"x\":\"" + noise + "\"}",
            "Server=x;Password=" + secret + ";" + noise)) {
      for (SecretHit hit : scan("DB_PASSWORD", text).hits()) {
        assertFalse(hit.toString().contains(secret), hit.rule());
      }
    }
  }

  @Property(tries = 500)
  void anyTextIsLookedAt(@ForAll String name, @ForAll String value) {
    scan(name, value);
    SecretFindings found = new SecretFindings();
    SecretDetector.builtIn().scanWords("command", List.of(name, value), found);
    assertTrue(found.isComplete());
  }
}
