package ecsadvisor.jobs.source.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonValuesTest {

  private static List<String> values(String text, int largest) throws IOException {
    JsonValues values = new JsonValues(new ByteArrayInputStream(text.getBytes(UTF_8)), largest);
    List<String> found = new ArrayList<>();
    while (values.next()) {
      String value = new String(values.buffer(), values.from(), values.length(), UTF_8);
      found.add((values.whole() ? "" : "!") + values.line() + ":" + value);
    }
    return found;
  }

  @Test
  void objectsAreFoundInEveryFraming() throws IOException {
    assertEquals(
        List.of("1:{\"a\":{\"b\":1}}", "1:{}", "2:{\n\"c\":\"}{\\\"\"\n}", "5:{\"d\":[{}]}"),
        values("[{\"a\":{\"b\":1}},{}\n{\n\"c\":\"}{\\\"\"\n}\n{\"d\":[{}]}]", 1_000));
  }

  @Test
  void objectWithoutEndGivesWayToTheNextLine() throws IOException {
    assertEquals(List.of("!1:{\"a\":\n", "2:{\"b\":1}"), values("{\"a\":\n{\"b\":1}", 1_000));
  }

  @Test
  void objectThatIsTooLargeIsNotWhole() throws IOException {
    List<String> found = values("{\"a\":\"" + "x".repeat(200_000) + "\"}\n{\"b\":1}", 100_000);
    assertEquals("!", found.get(0).substring(0, 1));
    assertEquals("2:{\"b\":1}", found.get(found.size() - 1));
  }

  @Test
  void bufferBordersDoNotMatter() throws IOException {
    Random random = new Random(2);
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= 300; i++) {
      String value = "{\"k\":\"" + "\\\"}\\\\".repeat(random.nextInt(500)) + "\"}";
      text.append(value).append('\n');
      expected.add(i + ":" + value);
    }
    assertEquals(expected, values(text.toString(), 1 << 20));
  }

  @Test
  void nothingIsFoundInNothing() throws IOException {
    assertEquals(List.of(), values("", 100));
    assertEquals(List.of(), values("abc ] \n", 100));
  }
}
