package ecsadvisor.jobs.source.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file's bytes after decompression, whatever its name says. */
public final class InputBytes {
  /** As much of the beginning as recognising a form may look at. */
  public static final int HEAD_BYTES = 1 << 16;

  /** A subscription's records are gzip, and Firehose may compress the object once more. */
  private static final int LAYERS = 2;

  private InputBytes() {}

  /**
   * The inflated stream, positioned at its beginning; {@link #head} may look ahead.
   *
   * @throws RefusedFile when the gzip data is damaged
   */
  public static BufferedInputStream inflated(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, HEAD_BYTES);
    for (int layer = 0; layer < LAYERS; layer++) {
      byte[] magic = head(in, 2);
      if (!GzipStream.begins(magic, magic.length)) {
        break;
      }
      in = new BufferedInputStream(new GzipStream(in), HEAD_BYTES);
    }
    return in;
  }

  /** The first bytes, fewer when the stream is shorter; the stream stays where it is. */
  public static byte[] head(BufferedInputStream in, int count) throws IOException {
    in.mark(count);
    byte[] bytes = in.readNBytes(count);
    in.reset();
    return bytes;
  }
}
