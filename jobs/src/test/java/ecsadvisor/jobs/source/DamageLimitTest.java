package ecsadvisor.jobs.source;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DamageLimitTest {

  private static FileQuality file(String name, String kind, long read, long bad) {
    return new FileQuality(
        "utilization",
        name,
        kind,
        read,
        read - bad,
        0,
        bad,
        bad == 0 ? Map.of() : Map.of("not JSON", bad),
        null,
        null);
  }

  @Test
  void tooManyBadRowsOfAKindStopTheRunAndNameTheFiles() {
    DamagedInput thrown =
        assertThrows(
            DamagedInput.class,
            () ->
                DamageLimit.check(
                    List.of(file("a.json", "STREAM", 100, 0), file("b.json", "STREAM", 100, 3)),
                    0.01));
    assertEquals(
        "utilization STREAM: 3 of 200 rows are unreadable, more than the allowed 1 %, in b.json (3"
            + " bad: not JSON 3). Repair or leave out these files, or raise --max-bad-share",
        thrown.getMessage());
  }

  @Test
  void theAllowedShareIsAllowed() {
    assertDoesNotThrow(() -> DamageLimit.check(List.of(file("b", "STREAM", 100, 1)), 0.01));
  }

  @Test
  void aSmallKindIsNotHiddenByALargeOne() {
    assertThrows(
        DamagedInput.class,
        () ->
            DamageLimit.check(
                List.of(file("a", "STREAM", 1_000_000, 0), file("b", "EVENTS", 10, 10)), 0.01));
  }

  @Test
  void nothingReadIsNothingDamaged() {
    assertDoesNotThrow(() -> DamageLimit.check(List.of(), 0.01));
    assertDoesNotThrow(() -> DamageLimit.check(List.of(file("b", "STREAM", 0, 0)), 0.01));
  }
}
