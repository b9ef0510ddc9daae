package ecsadvisor.jobs.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Publishes a run so that readers never see half of it and a failed run leaves the last good one.
 *
 * <p>Everything is written under {@code <out>/.tmp-run_date=<date>-<unique>/}. Only when all of it
 * is there are its parts moved to {@code <out>/run_date=<date>/} and {@code
 * <out>/tables/<table>/run_date=<date>/}, replacing what an earlier run of the date left there and
 * nothing else. A move that fails puts the earlier run back. A run that dies between moves leaves a
 * complete staging folder, and the next run of any date finishes it.
 *
 * <p>On a local disk and on HDFS each move is atomic. An object store copies instead, so readers of
 * an object store should wait for {@code run.json}, which is in the folder that moves last.
 *
 * <p>Two runs of the same date into the same place at the same time are not supported.
 */
public final class Publisher {
  /** Unfinished runs of other dates are somebody's running job until they are this old. */
  private static final long ABANDONED_AFTER_MILLIS = 24L * 60 * 60 * 1000;

  /** Writes a run's files. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Staging staging) throws IOException;
  }

  private final Configuration configuration;
  private final FileSystem fileSystem;
  private final Path out;

  /**
   * A publisher to a place.
   *
   * @param configuration Hadoop's settings, as Spark has them
   * @param out a local path or a URI of any Hadoop file system
   */
  public Publisher(Configuration configuration, String out) throws IOException {
    this.configuration = configuration;
    Path path = new Path(out);
    FileSystem found = path.getFileSystem(configuration);
    // The checksum files of Hadoop's local file system have no place among a user's files.
    this.fileSystem = found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
    this.out = fileSystem.makeQualified(path);
  }

  /**
   * Writes and publishes the run of a date.
   *
   * @return the folder of the run, {@code <out>/run_date=<date>}
   * @throws IOException when writing or moving failed; what was there before is there still
   */
  public Path publish(LocalDate runDate, Content content) throws IOException {
    String prefix = prefix(runDate);
    fileSystem.mkdirs(out);
    Path folder = new Path(out, prefix + UUID.randomUUID());
    Staging staging = Staging.start(configuration, fileSystem, folder, runDate);
    Commit commit = new Commit(fileSystem, out, folder);
    boolean isLastHope = false;
    try {
      settleLeftovers(staging, prefix);
      content.writeTo(staging);
      commit.declareComplete(staging.targets());
      isLastHope = true;
      commit.move();
      isLastHope = false;
    } finally {
      // A commit that could neither be done nor undone is left for the next run to finish.
      if (!isLastHope || !commit.isComplete()) {
        fileSystem.delete(folder, true);
      }
    }
    return new Path(out, "run_date=" + runDate);
  }

  private static String prefix(LocalDate runDate) {
    return ".tmp-run_date=" + runDate + "-";
  }

  private void settleLeftovers(Staging staging, String prefix) throws IOException {
    long now = fileSystem.getFileStatus(Staging.startMark(staging.folder())).getModificationTime();
    for (FileStatus status : fileSystem.listStatus(out)) {
      Path leftover = status.getPath();
      String name = leftover.getName();
      if (!name.startsWith(".tmp-run_date=") || name.equals(staging.folder().getName())) {
        continue;
      }
      if (name.startsWith(prefix) || isAbandoned(leftover, now)) {
        Commit commit = new Commit(fileSystem, out, leftover);
        if (commit.isComplete()) {
          commit.finish();
        }
        fileSystem.delete(leftover, true);
      }
    }
  }

  private boolean isAbandoned(Path leftover, long now) throws IOException {
    Path mark = Staging.startMark(leftover);
    return fileSystem.exists(mark)
        && now - fileSystem.getFileStatus(mark).getModificationTime() > ABANDONED_AFTER_MILLIS;
  }

  /** Creates a file that does not exist yet, with its folders. */
  static OutputStream create(FileSystem fileSystem, Path file) throws IOException {
    if ("file".equals(fileSystem.getUri().getScheme())) {
      // Hadoop starts a process for each local file to set its permissions; patches are many files.
      java.nio.file.Path local = java.nio.file.Path.of(file.toUri().getPath());
      Files.createDirectories(local.getParent());
      return new BufferedOutputStream(
          Files.newOutputStream(local, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }
    fileSystem.mkdirs(file.getParent());
    return fileSystem.create(file, false);
  }
}
