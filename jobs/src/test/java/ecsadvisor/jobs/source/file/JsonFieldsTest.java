package ecsadvisor.jobs.source.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {

  private static JsonNode json(String text) throws IOException {
    return StrictJson.TREES.readTree(text);
  }

  @Test
  void firstLettersCaseDoesNotMatter() throws IOException {
    assertEquals("a", JsonFields.text(json("{\"ServiceName\":\"a\"}"), "serviceName"));
    assertEquals("a", JsonFields.text(json("{\"serviceName\":\"a\"}"), "ServiceName"));
    assertEquals("5", JsonFields.text(json("{\"Id\":5}"), "id"));
    assertEquals("a", JsonFields.text(json("{\"b\":\"a\",\"x\":null}"), "x", "b"));
    assertTrue(JsonFields.field(json("{}"), "a").isMissingNode());
  }

  @Test
  void timesOfEveryToolAreUnderstood() throws IOException {
    Instant time = Instant.parse("2026-11-02T00:05:00Z");
    for (String text :
        new String[] {
          "1793577900",
          "1793577900.0",
          "1793577900000",
          "\"2026-11-02T00:05:00Z\"",
          "\"2026-11-02T05:05:00.000+05:00\"",
          "\"2026-11-02T00:05:00\"",
          "\"2026-11-02 00:05:00\"",
          "{\"__class__\":\"datetime\",\"year\":2026,\"month\":11,\"day\":2,\"minute\":5}"
        }) {
      assertEquals(time, JsonFields.time(json(text)), text);
    }
  }

  @Test
  void whatIsNoTimeIsNull() throws IOException {
    for (String text : new String[] {"\"soon\"", "true", "[]", "{}", "1e300", "{\"year\":1}"}) {
      assertNull(JsonFields.time(json(text)), text);
    }
    assertNull(JsonFields.time(json("{\"__class__\":\"datetime\",\"month\":13}")));
  }
}
