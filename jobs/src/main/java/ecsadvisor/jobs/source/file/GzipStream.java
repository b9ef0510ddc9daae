package ecsadvisor.jobs.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates a gzip file of one or many members.
 *
 * <p>Firehose glues the gzip records of a log subscription into one object. The JDK's stream stops
 * without a word after a member when the stream below reports nothing available, as those of object
 * stores do, and takes damage between members for the end. Here either every byte is inflated and
 * checked, or the reader learns that the file is damaged. Zeros after the last member are padding.
 */
final class GzipStream extends InputStream {
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  /** Real telemetry shrinks to a tenth or a fiftieth; far beyond that it is an attack. */
  private static final long LARGEST_RATIO = 400;

  private static final long SMALL = 256L << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private boolean inMember;
  private boolean any;
  private long bytesIn;
  private long bytesOut;

  GzipStream(InputStream in) {
    this.in = in;
  }

  static boolean begins(byte[] head, int length) {
    return length >= 2 && (head[0] & 0xff) == MAGIC_1 && (head[1] & 0xff) == MAGIC_2;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      if (!inMember && !beginMember()) {
        return -1;
      }
      int count;
      try {
        count = inflater.inflate(target, offset, length);
      } catch (DataFormatException e) {
        throw damaged();
      }
      if (count > 0) {
        checksum.update(target, offset, count);
        bytesOut += count;
        if (bytesOut > SMALL && bytesOut / LARGEST_RATIO > bytesIn) {
          throw new RefusedFile("gzip data inflates more than 400-fold; not read any further");
        }
        return count;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw damaged();
      } else {
        if (!fill()) {
          throw new RefusedFile("gzip data ends too early; copy the file again");
        }
        inflater.setInput(buffer, position, limit - position);
        position = limit;
      }
    }
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  private boolean beginMember() throws IOException {
    if (position == limit && !fill()) {
      return false;
    }
    if (any && buffer[position] == 0) {
      while (position < limit || fill()) {
        if (buffer[position++] != 0) {
          throw damaged();
        }
      }
      return false;
    }
    if (next() != MAGIC_1 || next() != MAGIC_2 || next() != 8) {
      throw damaged();
    }
    int flags = next();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | (next() << 8));
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
    inflater.reset();
    checksum.reset();
    inflater.setInput(buffer, position, limit - position);
    position = limit;
    inMember = true;
    any = true;
    return true;
  }

  private void endMember() throws IOException {
    position = limit - inflater.getRemaining();
    long expected = next() | ((long) next() << 8) | ((long) next() << 16) | ((long) next() << 24);
    skip(4);
    if (expected != checksum.getValue()) {
      throw damaged();
    }
    inMember = false;
  }

  private boolean fill() throws IOException {
    int count = in.read(buffer, 0, buffer.length);
    position = 0;
    limit = Math.max(count, 0);
    bytesIn += limit;
    return count > 0;
  }

  private int next() throws IOException {
    if (position == limit && !fill()) {
      throw new RefusedFile("gzip data ends too early; copy the file again");
    }
    return buffer[position++] & 0xff;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // The name's bytes are of no interest.
    }
  }

  private static RefusedFile damaged() {
    return new RefusedFile("gzip data is damaged; copy the file again");
  }
}
