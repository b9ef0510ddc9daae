package ecsadvisor.models.iam;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WildcardsTest {
  @Test
  void starStandsForAnyText() {
    assertTrue(Wildcards.matches("s3:Get*", "s3:GetObject"));
    assertTrue(Wildcards.matches("s3:Get*", "s3:Get"));
    assertFalse(Wildcards.matches("s3:Get*", "s3:PutObject"));
  }

  @Test
  void questionMarkStandsForOneCharacter() {
    assertTrue(Wildcards.matches("arn:aws:s3:::log-?", "arn:aws:s3:::log-1"));
    assertFalse(Wildcards.matches("arn:aws:s3:::log-?", "arn:aws:s3:::log-"));
    assertFalse(Wildcards.matches("arn:aws:s3:::log-?", "arn:aws:s3:::log-12"));
  }

  @Test
  void emptyPatternFitsNothingButNothing() {
    assertTrue(Wildcards.matches("", ""));
    assertFalse(Wildcards.matches("", "a"));
    assertTrue(Wildcards.matches("**", ""));
  }

  @Test
  void widerPatternCoversNarrowerOne() {
    assertTrue(Wildcards.covers("arn:aws:iam::*:role/*", "arn:aws:iam::111122223333:role/*"));
    assertTrue(Wildcards.covers("*", "a?c*"));
    assertFalse(Wildcards.covers("role/app-*", "role/*"));
    assertFalse(Wildcards.covers("a?", "a*"));
  }

  @Test
  void hostilePatternTakesNoTime() {
    String pattern = "*a".repeat(2000) + "b";
    String text = "a".repeat(20000);
    assertFalse(
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Wildcards.matches(pattern, text)));
  }
}
