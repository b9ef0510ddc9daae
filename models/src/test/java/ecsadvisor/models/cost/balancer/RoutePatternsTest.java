package ecsadvisor.models.cost.balancer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RoutePatternsTest {
  @Test
  void wildcardsMeetWhereSomeTextFitsBoth() {
    assertTrue(RoutePatterns.intersect("*.example.com", "shop.*"));
    assertTrue(RoutePatterns.intersect("/api/?", "/api/*"));
    assertTrue(RoutePatterns.intersect("", "*"));
    assertFalse(RoutePatterns.intersect("/api/?", "/api/"));
    assertFalse(RoutePatterns.intersect("a*b", "a*c"));
  }

  @Test
  void defaultActionsDoNotCollide() {
    assertFalse(RoutePatterns.overlap(List.of("*|*"), List.of("*|*", "a.com|/x")));
    assertTrue(RoutePatterns.overlap(List.of("*|/x"), List.of("a.com|/x")));
    assertFalse(RoutePatterns.overlap(List.of(), List.of("a.com|/x")));
  }

  @Property
  void meetingIsSymmetricAndPlainTextsMeetOnlyThemselves(
      @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 6) String one,
      @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 6) String other,
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 6) String text) {
    assertEquals(RoutePatterns.intersect(one, other), RoutePatterns.intersect(other, one));
    assertEquals(
        text.matches(one.replace("*", ".*").replace('?', '.')),
        RoutePatterns.intersect(one, text),
        "as a regular expression says");
  }
}
