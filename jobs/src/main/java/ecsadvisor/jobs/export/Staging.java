package ecsadvisor.jobs.export;

import ecsadvisor.jobs.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Where a run writes its files before they are published. */
public final class Staging {
  static final String NEW = "new";
  private static final Pattern FILE_NAME =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._=-]*(/[A-Za-z0-9_][A-Za-z0-9._=-]*)*");

  private final Configuration configuration;
  private final FileSystem fileSystem;
  private final Path folder;
  private final String run;
  private final Set<String> targets = new TreeSet<>();

  private Staging(
      Configuration configuration, FileSystem fileSystem, Path folder, LocalDate runDate) {
    this.configuration = configuration;
    this.fileSystem = fileSystem;
    this.folder = folder;
    this.run = "run_date=" + runDate;
  }

  static Staging start(
      Configuration configuration, FileSystem fileSystem, Path folder, LocalDate runDate)
      throws IOException {
    Publisher.create(fileSystem, startMark(folder)).close();
    return new Staging(configuration, fileSystem, folder, runDate);
  }

  static Path startMark(Path folder) {
    return new Path(folder, "_STARTED");
  }

  /**
   * Opens a file of the run's folder.
   *
   * @param name its name, such as {@code report.html}; may name folders
   */
  public OutputStream create(String name) throws IOException {
    if (!FILE_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a file name for an output: " + name);
    }
    targets.add(run);
    return Publisher.create(fileSystem, new Path(folder, NEW + "/" + run + "/" + name));
  }

  /** Writes a text file of the run's folder, in UTF-8. */
  public void text(String name, String text) throws IOException {
    try (OutputStream stream = create(name)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Writes a table as {@code <table>.csv} of the run's folder and as Parquet under {@code
   * tables/<table>/run_date=<date>/}.
   */
  public <T extends Record> void table(Table<T> table) throws IOException {
    CsvTables.write(create(table.name() + ".csv"), table);
    String target = "tables/" + table.name() + "/" + run;
    targets.add(target);
    Path parquet = new Path(folder, NEW + "/" + target + "/" + table.name() + ".parquet");
    fileSystem.mkdirs(parquet.getParent());
    ParquetTables.write(configuration, parquet, table);
    // Hadoop's local file system leaves a checksum beside a file that it writes.
    fileSystem.delete(new Path(parquet.getParent(), "." + parquet.getName() + ".crc"), false);
  }

  Path folder() {
    return folder;
  }

  /** The folders below the output that this run replaces; the run's own folder last. */
  Set<String> targets() {
    Set<String> ordered = new LinkedHashSet<>(targets);
    if (ordered.remove(run)) {
      ordered.add(run);
    }
    return ordered;
  }
}
