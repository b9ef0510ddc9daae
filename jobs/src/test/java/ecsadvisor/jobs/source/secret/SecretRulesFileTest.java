package ecsadvisor.jobs.source.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecsadvisor.jobs.source.UserMistake;
import ecsadvisor.models.fact.security.SecretHit;
import ecsadvisor.models.secret.SecretDetector;
import ecsadvisor.models.secret.SecretFindings;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretRulesFileTest {
  private static final String HEX = "0a1b2c3d4e5f60718293a4b5";

  private static SecretRulesFile file() throws IOException {
    try (InputStream in =
        requireNonNull(SecretRulesFileTest.class.getResourceAsStream("rules.toml"))) {
      return SecretRulesFile.read(new String(in.readAllBytes(), UTF_8), "rules.toml");
    }
  }

  private static List<String> found(String name, String value) throws IOException {
    SecretFindings found = new SecretFindings();
    new SecretDetector(file().rules()).scan("environment", name, value, found);
    return found.hits().stream().map(SecretHit::rule).toList();
  }

  private static List<String> mistakes(String text) {
    return assertThrows(UserMistake.class, () -> SecretRulesFile.read(text, "my.toml")).mistakes();
  }

  @Test
  void expressionsKeywordsAndEntropyAreHeeded() throws IOException {
    assertEquals(List.of("acme-token"), found("X", "acme_" + HEX));
    assertEquals(List.of(), found("X", "acme_" + "a".repeat(24)));
  }

  @Test
  void namesArePartOfWhatIsLookedAt() throws IOException {
    assertEquals(List.of("widget-key"), found("WIDGET_ID", "a1b2c3d4e5f6g7h8i9j0"));
    assertEquals(List.of(), found("GADGET_ID", "a1b2c3d4e5f6g7h8i9j0"));
  }

  @Test
  void secretGroupAndStopWordsAreHeeded() throws IOException {
    assertEquals(List.of("second-group"), found("X", "pre-a1b2c3d4e5f6"));
    assertEquals(List.of(), found("X", "pre-a1sandboxe5f"));
  }

  @Test
  void conditionOfAnAllowListIsHeeded() throws IOException {
    assertEquals(List.of("both-conditions"), found("X", "both_a123456789"));
    assertEquals(List.of(), found("X", "both_a1234567zz"));
  }

  @Test
  void allowListsOfTheFileConcernAllRules() throws IOException {
    assertEquals(List.of(), found("DB_PASSWORD", "notreal-7Gh2kLm9Qw4z"));
    assertEquals(List.of("secret-name"), found("DB_PASSWORD", "isreal-7Gh2kLm9Qw4z"));
  }

  @Test
  void programsOwnRulesStay() throws IOException {
    assertEquals(List.of("password-in-url"), found("X", "postgres://app:7Gh2kLm9Qw@db.internal/x"));
  }

  @Test
  void whatIsNotSupportedIsNamed() throws IOException {
    assertEquals(
        List.of(
            "--secret-rules rules.toml: extend is not followed; the program's own rules always"
                + " count, and other files must be copied into this one",
            "--secret-rules rules.toml: rule only-a-path: not used, because path is not supported",
            "--secret-rules rules.toml: rule two-parts: not used, because required is not"
                + " supported"),
        file().warnings());
  }

  @Test
  void mistakesNameFileAndRule() {
    assertEquals(
        List.of("--secret-rules my.toml: rule a: regex is not in RE2's syntax: missing closing )"),
        mistakes("[[rules]]\nid = 'a'\nregex = '(b'"));
    assertEquals(
        List.of("--secret-rules my.toml: rule a: regex is missing"), mistakes("[[rules]]\nid='a'"));
    assertEquals(
        List.of("--secret-rules my.toml: rule a: secretGroup must be between 0 and 1, its groups"),
        mistakes("[[rules]]\nid='a'\nregex='(x)'\nsecretGroup=2"));
    assertEquals(
        List.of("--secret-rules my.toml: rule a: entropy must be a number"),
        mistakes("[[rules]]\nid='a'\nregex='(x)'\nentropy='high'"));
    assertEquals(
        List.of("--secret-rules my.toml: rule a stands twice in it"),
        mistakes("[[rules]]\nid='a'\nregex='x'\n[[rules]]\nid='a'\nregex='y'"));
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertEquals(2, mistakes("[[rules]]\nid='a'\n[[rules]]\nregex='x'").size());
  }

  @Test
  void whatIsNotTomlIsAMistake() {
    assertEquals(
        List.of("--secret-rules my.toml: not TOML in line 2"), mistakes("title = 'x'\n[[rules"));
    assertEquals(
        List.of("--secret-rules my.toml: neither [[rules]] nor [[allowlists]] in it"),
        mistakes("title = 'x'"));
  }
}
