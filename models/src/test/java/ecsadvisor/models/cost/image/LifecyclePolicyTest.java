package ecsadvisor.models.cost.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.RepositoryImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LifecyclePolicyTest {
  private static final String RELEASES =
      """
      { "rules": [ {"rulePriority": 3, "description": "a ] \\"quoted\\" one", "selection":
        {"tagStatus": "tagged", "tagPrefixList": ["v"], "countType": "imageCountMoreThan",
         "countNumber": 50}, "action": {"type": "expire"}} ] }
      """;

  private static RepositoryImage tagged(String... tags) {
    return new RepositoryImage("sha256:1", List.of(tags), 1, null, null);
  }

  private static LifecyclePolicy policy(String text) {
    return Objects.requireNonNull(LifecyclePolicy.parse(text));
  }

  private static LifecyclePolicy.Rule patterns(String... patterns) {
    return new LifecyclePolicy.Rule(1, "tagged", List.of(patterns));
  }

  @Test
  void jsonIsReadAsItIs() {
    assertEquals(
        Map.of("a", Arrays.asList(1.0, -2.5e3, true, null, "xé\n")),
        Json.read("{\"a\":[1,-2.5E3,true,null,\"x\\u00e9\\n\"]}"));
    assertEquals(Collections.emptyList(), Json.read(" [ ] "));
  }

  @Test
  void whatIsNoJsonIsRefused() {
    for (String text :
        List.of(
            "",
            "{",
            "[1,]",
            "{\"a\":1,\"a\":2}",
            "01",
            "1.",
            "nul",
            "\"\\x\"",
            "[] x",
            "{a:1}",
            "\"\t\"",
            "-",
            "[".repeat(99))) {
      assertThrows(IllegalArgumentException.class, () -> Json.read(text), text);
    }
  }

  @Test
  void rulesSayWhichImagesTheyMean() {
    LifecyclePolicy policy = policy(RELEASES);
    assertEquals(3, policy.lastPriority());
    assertTrue(policy.selects(tagged("v1")));
    assertFalse(policy.selects(tagged("build-1")));
    assertFalse(policy.selects(tagged()));
    assertFalse(policy.has("untagged"));
  }

  @Test
  void patternsHaveWildcards() {
    assertTrue(patterns("*").selects(tagged("x")));
    assertTrue(patterns("a*b*c").selects(tagged("a-b-b-c")));
    assertFalse(patterns("a*b*c").selects(tagged("a-c-b")));
    assertFalse(patterns("aa*a").selects(tagged("aa")));
    assertTrue(patterns("v1").selects(tagged("x", "v1")));
    assertFalse(patterns("v1").selects(tagged("v10")));
  }

  @Test
  void whatIsNoPolicyIsNotUnderstood() {
    assertNull(LifecyclePolicy.parse("no"));
    assertNull(LifecyclePolicy.parse("{\"rules\":{}}"));
    assertNull(LifecyclePolicy.parse("{\"rules\":[{\"rulePriority\":\"1\"}]}"));
  }

  @Test
  void ourRulesComeBehindThoseThatAreThere() {
    String text = PolicyText.of(RELEASES, policy(RELEASES), 14, 10);
    LifecyclePolicy both = policy(text);
    assertEquals(
        List.of("tagged", "untagged", "tagged"),
        both.rules().stream().map(LifecyclePolicy.Rule::tagStatus).toList());
    assertEquals(5, both.lastPriority());
    assertTrue(text.startsWith(RELEASES.substring(0, RELEASES.lastIndexOf("]"))), "kept as it was");
    assertNotNull(LifecyclePolicy.parse(PolicyText.of("", policy("{\"rules\":[]}"), 14, 0)));
    assertEquals("", PolicyText.of("", policy("{\"rules\":[]}"), 0, 0));
  }
}
