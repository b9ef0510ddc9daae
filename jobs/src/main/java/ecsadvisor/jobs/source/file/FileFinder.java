package ecsadvisor.jobs.source.file;

import ecsadvisor.jobs.source.UserMistake;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Finds the files under the locations that the user named, in folders of any depth.
 *
 * <p>Left out: names that begin with a dot or an underscore (hidden files, {@code _SUCCESS}, files
 * still being written), empty files and folder markers, and the folders in which Firehose keeps the
 * records that it could not convert.
 */
public final class FileFinder {
  private static final Set<String> ERROR_FOLDERS =
      Set.of("processing-failed", "format-conversion-failed", "decompression-failed");
  private static final Set<String> MARKERS = Set.of("aws-logs-write-test");

  private FileFinder() {}

  /**
   * The files, each once, ordered by URI.
   *
   * @param option the option that named the locations, for the message
   * @throws UserMistake when a location does not exist or cannot be listed; one line each
   */
  public static List<FileUnit> find(Configuration hadoop, String option, List<String> uris) {
    TreeMap<String, FileUnit> found = new TreeMap<>();
    List<String> mistakes = new ArrayList<>();
    for (String uri : uris) {
      try {
        Path root = new Path(uri);
        FileSystem files = root.getFileSystem(hadoop);
        FileStatus status = files.getFileStatus(root);
        if (status.isFile()) {
          add(found, status);
          continue;
        }
        String rootPath = status.getPath().toUri().getPath();
        RemoteIterator<LocatedFileStatus> below = files.listFiles(root, true);
        while (below.hasNext()) {
          LocatedFileStatus file = below.next();
          String path = file.getPath().toUri().getPath();
          if (wanted(path.startsWith(rootPath) ? path.substring(rootPath.length()) : path)) {
            add(found, file);
          }
        }
      } catch (FileNotFoundException e) {
        mistakes.add(option + " " + uri + ": no such file or folder");
      } catch (IOException | IllegalArgumentException e) {
        mistakes.add(option + " " + uri + ": cannot be listed (" + e.getMessage() + ")");
      }
    }
    if (!mistakes.isEmpty()) {
      throw new UserMistake(mistakes);
    }
    return List.copyOf(found.values());
  }

  private static void add(Map<String, FileUnit> found, FileStatus status) {
    if (status.getLen() > 0) {
      // Not toUri(): that would escape blanks, and a Path does not read escapes.
      String uri = status.getPath().toString();
      found.put(uri, new FileUnit(uri, status.getLen()));
    }
  }

  private static boolean wanted(String pathBelowRoot) {
    for (String name : pathBelowRoot.split("/", -1)) {
      if (name.startsWith(".")
          || name.startsWith("_")
          || name.endsWith("_$folder$")
          || ERROR_FOLDERS.contains(name)
          || MARKERS.contains(name)) {
        return false;
      }
    }
    return true;
  }
}
