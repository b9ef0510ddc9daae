package ecsadvisor.models.fact.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarPatternTest {
  @ParameterizedTest
  @CsvSource({
    "*, '', true",
    "*, abc, true",
    "abc, abc, true",
    "abc, abcd, false",
    "a*c, ac, true",
    "a*c, abbbc, true",
    "a*c, abbb, false",
    "*b*d, abcbd, true",
    "'', '', true",
    "'', a, false",
    "a.c, abc, false",
  })
  void starsStandForAnyText(String pattern, String text, boolean matches) {
    assertEquals(matches, StarPattern.matches(pattern, text));
  }

  @Test
  void hostilePatternsTakeNoLongTime() {
    assertFalse(StarPattern.matches("*a".repeat(500) + "b", "a".repeat(5000)));
  }
}
