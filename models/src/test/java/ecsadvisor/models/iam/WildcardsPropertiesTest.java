package ecsadvisor.models.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WildcardsPropertiesTest {
  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars('a', 'b', '*', '?').ofMaxLength(7);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars('a', 'b').ofMaxLength(8);
  }

  @Property(tries = 2000, seed = "7")
  void matchesAsTheDefinitionSays(
      @ForAll("patterns") String pattern, @ForAll("texts") String text) {
    assertEquals(naive(pattern, text), Wildcards.matches(pattern, text));
  }

  @Property(tries = 2000, seed = "7")
  void whatAPatternCoversItMatches(
      @ForAll("patterns") String outer,
      @ForAll("patterns") String inner,
      @ForAll("texts") String text) {
    if (Wildcards.covers(outer, inner) && Wildcards.matches(inner, text)) {
      assertTrue(Wildcards.matches(outer, text), outer + " covers " + inner);
    }
  }

  @Property(tries = 500, seed = "7")
  void everyPatternCoversItself(@ForAll("patterns") String pattern) {
    assertTrue(Wildcards.covers(pattern, pattern));
  }

  private static boolean naive(String pattern, String text) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    char first = pattern.charAt(0);
    if (first == '*') {
      return naive(pattern.substring(1), text)
          || (!text.isEmpty() && naive(pattern, text.substring(1)));
    }
    return !text.isEmpty()
        && (first == '?' || first == text.charAt(0))
        && naive(pattern.substring(1), text.substring(1));
  }
}
