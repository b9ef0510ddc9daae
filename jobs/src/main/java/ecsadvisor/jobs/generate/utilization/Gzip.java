package ecsadvisor.jobs.generate.utilization;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Gzip files whose bytes depend on their content only. */
final class Gzip {
  private static final int BUFFER = 1 << 16;

  private Gzip() {}

  /** An output to a new file, packed as tightly as gzip can. */
  static OutputStream output(Path file) throws IOException {
    return output(file, Deflater.BEST_COMPRESSION);
  }

  /** An output to a new file. */
  static OutputStream output(Path file, int level) throws IOException {
    return new BufferedOutputStream(
        new LevelledOutput(new BufferedOutputStream(Files.newOutputStream(file), BUFFER), level),
        BUFFER);
  }

  private static final class LevelledOutput extends GZIPOutputStream {
    LevelledOutput(OutputStream output, int level) throws IOException {
      super(output, BUFFER);
      def.setLevel(level);
    }
  }
}
