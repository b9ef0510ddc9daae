package ecsadvisor.models.security.task;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformVersionTest {
  @Test
  void versionsAreOrderedByTheirNumbers() {
    PlatformVersion old = requireNonNull(PlatformVersion.of("1.4.0"));
    assertTrue(requireNonNull(PlatformVersion.of("1.10.0")).compareTo(old) > 0);
    assertEquals(0, requireNonNull(PlatformVersion.of(" 1.4.0 ")).compareTo(old));
    assertTrue(requireNonNull(PlatformVersion.of("1.3.9")).compareTo(old) < 0);
  }

  @Test
  void otherTextsAreNone() {
    for (String text :
        List.of("", "LATEST", "1.4", "1.4.0.0", "1..0", "1.4.x", "1.4.99999", "1.-4.0")) {
      assertNull(PlatformVersion.of(text), text);
    }
  }
}
