package ecsadvisor.jobs.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into chunks of whole lines, so that a parser can run over many lines at once and a
 * damaged line still harms no other.
 */
public final class LineChunks {
  /** The longest line that is read. */
  public static final int LONGEST_LINE = 64 << 20;

  private final InputStream in;
  private final int longestLine;
  private byte[] buffer;
  private int from;
  private int to;
  private int limit;
  private boolean ended;
  private long overlongLines;

  public LineChunks(InputStream in) {
    this(in, 1 << 18, LONGEST_LINE);
  }

  LineChunks(InputStream in, int chunkBytes, int longestLine) {
    this.in = in;
    this.longestLine = longestLine;
    this.buffer = new byte[chunkBytes];
  }

  /** Moves to the next chunk; false at the end. The last line needs no line feed. */
  public boolean next() throws IOException {
    System.arraycopy(buffer, to, buffer, 0, limit - to);
    limit -= to;
    from = 0;
    to = 0;
    int searched = 0;
    while (true) {
      fill();
      for (int i = limit - 1; i >= searched; i--) {
        if (buffer[i] == '\n') {
          to = i + 1;
          return true;
        }
      }
      searched = limit;
      if (ended) {
        to = limit;
        return limit > 0;
      }
      if (limit >= longestLine) {
        overlongLines++;
        skipLine();
        searched = 0;
        continue;
      }
      buffer = Arrays.copyOf(buffer, (int) Math.min(longestLine, 2L * buffer.length));
    }
  }

  /** The bytes that the chunk lies in; replaced or overwritten by {@link #next}. */
  public byte[] buffer() {
    return buffer;
  }

  /** Index of the chunk's first byte. */
  public int from() {
    return from;
  }

  /** Index after the chunk's last byte. */
  public int to() {
    return to;
  }

  /** Lines skipped so far because they were too long. */
  public long overlongLines() {
    return overlongLines;
  }

  private void fill() throws IOException {
    while (!ended && limit < buffer.length) {
      int count = in.read(buffer, limit, buffer.length - limit);
      if (count < 0) {
        ended = true;
        return;
      }
      limit += count;
    }
  }

  private void skipLine() throws IOException {
    while (true) {
      limit = 0;
      fill();
      for (int i = 0; i < limit; i++) {
        if (buffer[i] == '\n') {
          System.arraycopy(buffer, i + 1, buffer, 0, limit - i - 1);
          limit -= i + 1;
          return;
        }
      }
      if (ended) {
        limit = 0;
        return;
      }
    }
  }
}
