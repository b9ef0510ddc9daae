package ecsadvisor.jobs.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream into its top-level JSON objects by counting braces: one a line, over many lines,
 * glued without anything between, or the elements of one array.
 *
 * <p>After a broken object it goes on at the next place that can only be a beginning: a line that
 * starts with a brace, or the first key of a log subscription's envelope.
 */
public final class JsonValues {
  /** The largest object that is read. */
  public static final int LARGEST_VALUE = 64 << 20;

  private static final byte[] ENVELOPE = "{\"messageType\"".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final int largestValue;
  private byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private int limit;
  private boolean ended;
  private long line = 1;
  private boolean whole;

  public JsonValues(InputStream in) {
    this(in, LARGEST_VALUE);
  }

  JsonValues(InputStream in, int largestValue) {
    this.in = in;
    this.largestValue = largestValue;
  }

  /** Moves to the next object, whole or broken; false at the end. */
  public boolean next() throws IOException {
    countLines(from, to);
    from = to;
    if (!skipToBrace()) {
      return false;
    }
    whole = findEnd();
    if (!whole) {
      to = nextBeginning(limit);
    }
    return true;
  }

  /** The bytes that the object lies in; replaced or overwritten by {@link #next}. */
  public byte[] buffer() {
    return buffer;
  }

  /** Index of the object's first byte. */
  public int from() {
    return from;
  }

  /** Number of bytes of the object. */
  public int length() {
    return to - from;
  }

  /** Line on which the object begins, from 1. */
  public long line() {
    return line;
  }

  /** Whether the object has an end; if not, it is cut off or too large. */
  public boolean whole() {
    return whole;
  }

  /** To be called when the object could not be parsed: it may have swallowed others. */
  public void resynchronize() {
    to = nextBeginning(to);
  }

  private boolean skipToBrace() throws IOException {
    while (true) {
      while (from < limit) {
        byte b = buffer[from];
        if (b == '{') {
          return true;
        }
        if (b == '\n') {
          line++;
        }
        from++;
      }
      to = from;
      if (ended) {
        return false;
      }
      fill();
    }
  }

  private boolean findEnd() throws IOException {
    int depth = 0;
    boolean inText = false;
    int length = 0;
    while (true) {
      for (int i = from + length; i < limit; i++) {
        byte b = buffer[i];
        if (inText) {
          if (b == '\\') {
            i++;
          } else if (b == '"') {
            inText = false;
          }
          length = i + 1 - from;
          continue;
        }
        if (b == '"') {
          inText = true;
        } else if (b == '{') {
          depth++;
        } else if (b == '}') {
          depth--;
          if (depth == 0) {
            to = i + 1;
            return true;
          }
        }
        length = i + 1 - from;
      }
      if (ended || limit - from >= largestValue) {
        return false;
      }
      fill();
    }
  }

  private int nextBeginning(int end) {
    for (int i = from + 1; i < end; i++) {
      if (buffer[i] == '{' && (buffer[i - 1] == '\n' || startsWith(ENVELOPE, i, end))) {
        return i;
      }
    }
    return end;
  }

  private boolean startsWith(byte[] text, int at, int end) {
    return at + text.length <= end
        && Arrays.equals(buffer, at, at + text.length, text, 0, text.length);
  }

  private void countLines(int start, int end) {
    for (int i = start; i < end; i++) {
      if (buffer[i] == '\n') {
        line++;
      }
    }
  }

  /** Moves what is left to the front and reads on. */
  private void fill() throws IOException {
    int kept = limit - from;
    if (kept == buffer.length || (from == 0 && limit == buffer.length)) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(largestValue + 1L, 2L * buffer.length));
    } else {
      System.arraycopy(buffer, from, buffer, 0, kept);
      from = 0;
      limit = kept;
    }
    int count = in.read(buffer, limit, buffer.length - limit);
    if (count < 0) {
      ended = true;
      return;
    }
    limit += count;
  }
}
