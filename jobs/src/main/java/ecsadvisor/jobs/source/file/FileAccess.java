package ecsadvisor.jobs.source.file;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** The file system that an input file lies in. */
public final class FileAccess {
  private FileAccess() {}

  /**
   * The file system of a path. Local files are read without Hadoop's checksum files, whose names it
   * cannot form when a name has a colon, as AWS Config's files have.
   */
  public static FileSystem of(Path path, Configuration hadoop) throws IOException {
    FileSystem files = path.getFileSystem(hadoop);
    return files instanceof LocalFileSystem local ? local.getRaw() : files;
  }
}
