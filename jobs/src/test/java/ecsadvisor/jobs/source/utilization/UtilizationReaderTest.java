package ecsadvisor.jobs.source.utilization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UtilizationReaderTest {
  private static final String CPU =
      """
      {"account_id":"111122223333","region":"eu-west-1","namespace":"AWS/ECS","metric_name":\
      "CPUUtilization","dimensions":{"ClusterName":"c","ServiceName":"s"},\
      "timestamp":1793577660000,"value":{"max":40,"min":10,"sum":50,"count":2}}
      """;

  @Test
  void gzipIsRecognisedByContent() {
    assertEquals(1, Stored.of("file:/x.json", Stored.gzip(CPU)).points().size());
  }

  @Test
  void membersOfAGzipFileAreAllRead() {
    byte[] bytes = Stored.glue(Stored.gzip(CPU), Stored.gzip(CPU), Stored.gzip(CPU), new byte[7]);
    assertEquals(3, Stored.of("file:/x", bytes).quality().rowsUsed());
  }

  @Test
  void damagedGzipIsCountedAndWhatCameBeforeIsKept() {
    byte[] whole = Stored.glue(Stored.gzip(CPU), Stored.gzip(CPU));
    Stored cut = Stored.of("file:/x", Arrays.copyOf(whole, whole.length - 12));
    assertEquals(
        Map.of("gzip data ends too early; copy the file again", 1L), cut.quality().reasons());
    Stored trailing = Stored.of("file:/x", Stored.glue(whole, "junk".getBytes(UTF_8)));
    assertEquals(
        Map.of("gzip data is damaged; copy the file again", 1L), trailing.quality().reasons());
  }

  @Test
  void emptyContentIsNothing() {
    Stored stored = Stored.of("file:/x.gz", Stored.gzip(""));
    assertEquals("EMPTY", stored.quality().kind());
    assertEquals(0, stored.quality().rowsRead());
  }

  @Test
  void openTelemetryIsRefusedWithAdvice() {
    byte[] bytes =
        Stored.glue(
            new byte[] {(byte) 0xfb, 0x03, 0x0a, (byte) 0xf8, 0x03, 0x0a},
            "cloud.provider\u0012\u0005\n\u0003aws cloud.account.id amazonaws.com/AWS/ECS/CPU"
                .getBytes(UTF_8));
    Stored stored = Stored.of("file:/x", bytes);
    assertEquals("OPEN_TELEMETRY", stored.quality().kind());
    assertEquals(
        Map.of(
            "OpenTelemetry format is not read: set the metric stream's output format to json", 1L),
        stored.quality().reasons());
  }

  @Test
  void unknownContentIsOneBadRowWithoutEcho() {
    for (String text : new String[] {"secret", "{\"a\":\"secret\"}", "a,b\n1,2", "{", "[]"}) {
      Stored stored = Stored.of(text);
      assertEquals("UNKNOWN", stored.quality().kind());
      assertEquals(1, stored.quality().rowsBad());
      assertFalse(stored.quality().toString().contains("secret"));
    }
  }

  @Test
  void inflatingBombIsStopped() {
    byte[] member = Stored.gzip(" ".repeat(16 << 20));
    byte[][] members = new byte[40][];
    Arrays.fill(members, member);
    members[0] = Stored.gzip(CPU);
    Stored stored = Stored.of("file:/x", Stored.glue(members));
    assertTrue(stored.quality().reasons().toString().contains("400-fold"), stored.toString());
  }

  @Test
  void overlongLineIsSkippedAndTheRestRead() {
    byte[] bytes =
        Stored.glue(
            CPU.getBytes(UTF_8),
            "x".repeat(65 << 20).getBytes(UTF_8),
            ("\n" + CPU).getBytes(UTF_8));
    Stored stored = Stored.of("file:/x", bytes);
    assertEquals(2, stored.quality().rowsUsed());
    assertEquals(
        Map.of("line longer than 64 MB (first at line 2)", 1L), stored.quality().reasons());
  }
}
