package ecsadvisor.jobs.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Moves the folders of a complete staging folder into place.
 *
 * <p>The list of folders is written to {@code _COMPLETE} first: from then on the run can be
 * finished by anybody. Each folder that is in the way is moved to {@code old/} in the staging
 * folder, then the new one takes its place.
 */
final class Commit {
  private static final String OLD = "old";

  private final FileSystem fileSystem;
  private final Path out;
  private final Path folder;

  Commit(FileSystem fileSystem, Path out, Path folder) {
    this.fileSystem = fileSystem;
    this.out = out;
    this.folder = folder;
  }

  void declareComplete(Collection<String> targets) throws IOException {
    // Written under another name first: a half-written list must not count.
    Path draft = new Path(folder, "_COMPLETE.draft");
    try (OutputStream stream = Publisher.create(fileSystem, draft)) {
      stream.write(String.join("\n", targets).getBytes(StandardCharsets.UTF_8));
    }
    rename(draft, completeMark());
  }

  boolean isComplete() throws IOException {
    return fileSystem.exists(completeMark());
  }

  /**
   * Moves all folders, or none: what was moved is moved back when one fails.
   *
   * @throws IOException when a move failed; {@link #isComplete} tells whether something could not
   *     be moved back either, so that the staging folder must stay for {@link #finish}
   */
  void move() throws IOException {
    Deque<String> begun = new ArrayDeque<>();
    try {
      for (String target : targets()) {
        begun.push(target);
        moveOne(target);
      }
    } catch (IOException | RuntimeException failure) {
      restore(begun, failure);
      throw failure;
    }
  }

  /** Finishes the moves of a run that died, wherever it was. */
  void finish() throws IOException {
    for (String target : targets()) {
      finishOne(target);
    }
  }

  private void moveOne(String target) throws IOException {
    if (fileSystem.exists(place(target))) {
      rename(place(target), aside(target));
    }
    Publisher.create(fileSystem, wayIsClear(target)).close();
    rename(staged(target), place(target));
  }

  private void finishOne(String target) throws IOException {
    if (!fileSystem.exists(staged(target))) {
      return;
    }
    if (!fileSystem.exists(wayIsClear(target))) {
      fileSystem.delete(place(target), true);
    }
    if (!fileSystem.exists(place(target))) {
      rename(staged(target), place(target));
      return;
    }
    // An object store was stopped in the middle of its copies: move the files that are left.
    String staged = staged(target).toUri().getPath();
    RemoteIterator<LocatedFileStatus> files = fileSystem.listFiles(staged(target), true);
    while (files.hasNext()) {
      Path file = files.next().getPath();
      Path to = new Path(place(target), file.toUri().getPath().substring(staged.length() + 1));
      fileSystem.delete(to, false);
      rename(file, to);
    }
  }

  private void restore(Deque<String> begun, Exception failure) {
    try {
      for (String target : begun) {
        restoreOne(target);
      }
      fileSystem.delete(completeMark(), false);
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private void restoreOne(String target) throws IOException {
    boolean isMovedIn = !fileSystem.exists(staged(target));
    if (isMovedIn) {
      rename(place(target), staged(target));
    }
    if (fileSystem.exists(aside(target))) {
      rename(aside(target), place(target));
    }
    fileSystem.delete(wayIsClear(target), false);
  }

  private List<String> targets() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(fileSystem.open(completeMark()), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isEmpty()).toList();
    }
  }

  private Path completeMark() {
    return new Path(folder, "_COMPLETE");
  }

  private Path place(String target) {
    return new Path(out, target);
  }

  /** Says that no file of an earlier run is left at the target's place. */
  private Path wayIsClear(String target) {
    return new Path(folder, "clear/" + target);
  }

  private Path staged(String target) {
    return new Path(folder, Staging.NEW + "/" + target);
  }

  private Path aside(String target) {
    return new Path(folder, OLD + "/" + target);
  }

  private void rename(Path from, Path to) throws IOException {
    fileSystem.mkdirs(to.getParent());
    if ("file".equals(fileSystem.getUri().getScheme())) {
      Files.move(local(from), local(to), StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    if (!fileSystem.rename(from, to)) {
      throw new IOException("Cannot move %s to %s".formatted(from, to));
    }
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
