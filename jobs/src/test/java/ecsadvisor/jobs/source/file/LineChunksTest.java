package ecsadvisor.jobs.source.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineChunksTest {

  private static String lines(String text, int chunkBytes, int longestLine) throws IOException {
    LineChunks chunks =
        new LineChunks(new ByteArrayInputStream(text.getBytes(UTF_8)), chunkBytes, longestLine);
    StringBuilder found = new StringBuilder();
    List<Long> overlong = new ArrayList<>();
    while (chunks.next()) {
      found.append(new String(chunks.buffer(), chunks.from(), chunks.to() - chunks.from(), UTF_8));
      found.append('|');
    }
    overlong.add(chunks.overlongLines());
    return found + "" + overlong.get(0);
  }

  @Test
  void chunksAreWholeLines() throws IOException {
    assertEquals("aa\nbb\n|cc|0", lines("aa\nbb\ncc", 8, 100));
  }

  @Test
  void bufferGrowsForALongLine() throws IOException {
    assertEquals("a\n|bbbbbbbbbbbbbbbb\nc\n|0", lines("a\nbbbbbbbbbbbbbbbb\nc\n", 4, 100));
  }

  @Test
  void lineBeyondTheLimitIsSkippedAndCounted() throws IOException {
    assertEquals("a\n|c\n|1", lines("a\n" + "b".repeat(50) + "\nc\n", 4, 16));
    assertEquals("a\n|1", lines("a\n" + "b".repeat(50), 4, 16));
  }

  @Test
  void emptyStreamHasNoChunk() throws IOException {
    assertEquals("0", lines("", 8, 100));
  }
}
