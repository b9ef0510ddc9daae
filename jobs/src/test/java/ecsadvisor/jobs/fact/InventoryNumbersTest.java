package ecsadvisor.jobs.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryNumbersTest {
  private static JsonNode object(String value) {
    try {
      return new ObjectMapper().readTree("{\"x\":" + value + "}");
    } catch (IOException e) {
      throw new IllegalArgumentException(value, e);
    }
  }

  @Test
  void wholeNumbersAreUnderstoodAsNumbersAndTexts() {
    for (String value : List.of("7", "7.0", "\"7\"", "\" 7 \"")) {
      assertEquals(7, InventoryNumbers.whole(object(value), "x"), value);
    }
  }

  @Test
  void whatIsNoWholeNumberIsAbsent() {
    for (String value :
        List.of("-1", "1.5", "\"-1\"", "\"seven\"", "\"\"", "[]", "{}", "true", "null", "1e300")) {
      assertNull(InventoryNumbers.whole(object(value), "x"), value);
      assertEquals(3, InventoryNumbers.count(object(value), "x", 3), value);
    }
    assertNull(InventoryNumbers.whole(null));
  }

  @Test
  void whatIsTooLargeIsAbsentRatherThanWrapped() {
    assertNull(InventoryNumbers.whole(object("4294967297"), "x"));
    assertNull(InventoryNumbers.whole(object("99999999999999999999999"), "x"));
    assertEquals(4_294_967_297L, InventoryNumbers.large(object("4294967297").get("x")));
    assertNull(InventoryNumbers.size(object("\"999999999 GB\""), "x"));
  }

  @Test
  void decimalsAreAmountsOrNothing() {
    assertEquals(1200.5, InventoryNumbers.decimal(object("\"1200.5\"").get("x")));
    assertEquals(1200.5, InventoryNumbers.decimal(object("1200.5").get("x")));
    assertEquals(0, InventoryNumbers.decimal(object("\"1e9\"").get("x")));
    assertEquals(0, InventoryNumbers.decimal(object("-3").get("x")));
  }
}
