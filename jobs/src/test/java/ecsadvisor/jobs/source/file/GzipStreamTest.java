package ecsadvisor.jobs.source.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipStreamTest {

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  /** A stream that gives few bytes at a time and says that none are available, as S3's do. */
  private static InputStream slow(byte[] bytes) {
    Random random = new Random(9);
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, 1 + random.nextInt(40)));
      }

      @Override
      public synchronized int available() {
        return 0;
      }
    };
  }

  @Test
  void allMembersAreInflatedWhereverTheReadsEnd() throws IOException {
    Random random = new Random(3);
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (int i = 0; i < 200; i++) {
      byte[] part = new byte[random.nextInt(3) * random.nextInt(400)];
      random.nextBytes(part);
      plain.writeBytes(part);
      packed.writeBytes(gzip(part));
    }
    byte[] inflated = new GzipStream(slow(packed.toByteArray())).readAllBytes();
    assertArrayEquals(plain.toByteArray(), inflated);
  }

  @Test
  void optionalHeaderFieldsAreSkipped() throws IOException {
    byte[] plain = {1, 2, 3};
    byte[] packed = gzip(plain);
    ByteArrayOutputStream named = new ByteArrayOutputStream();
    named.write(packed, 0, 3);
    named.write(2 | 4 | 8 | 16);
    named.write(packed, 4, 6);
    named.writeBytes(new byte[] {2, 0, 7, 7, 'n', 0, 'c', 0, 9, 9});
    named.write(packed, 10, packed.length - 10);
    assertArrayEquals(plain, new GzipStream(slow(named.toByteArray())).readAllBytes());
  }

  @Test
  void everyCutIsNoticed() throws IOException {
    byte[] packed = gzip("some text, some text".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    for (int length = 1; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThrows(
          RefusedFile.class, () -> new GzipStream(new ByteArrayInputStream(cut)).readAllBytes());
    }
  }

  @Test
  void wrongChecksumIsNoticed() throws IOException {
    byte[] packed = gzip(new byte[] {1, 2, 3});
    packed[packed.length - 6]++;
    assertThrows(
        RefusedFile.class, () -> new GzipStream(new ByteArrayInputStream(packed)).readAllBytes());
  }

  @Test
  void emptyStreamIsEmpty() throws IOException {
    assertEquals(-1, new GzipStream(new ByteArrayInputStream(new byte[0])).read());
  }
}
