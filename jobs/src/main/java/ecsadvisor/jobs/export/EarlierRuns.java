package ecsadvisor.jobs.export;

import ecsadvisor.jobs.finding.memory.LedgerRows;
import ecsadvisor.jobs.table.LedgerRow;
import ecsadvisor.models.ledger.LedgerEntry;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs have published under {@code <history>/tables/}. Only dates before a run's own
 * are looked at, so a date run again sees the same past.
 */
public final class EarlierRuns {
  /** The table that holds the memory. */
  public static final String LEDGER = "ledger";

  private static final String PARTITION = "run_date=";

  private final Configuration configuration;
  private final Path tables;

  /**
   * Earlier runs of a place.
   *
   * @param history a local path or a URI of any Hadoop file system
   */
  public EarlierRuns(Configuration configuration, String history) {
    this.configuration = configuration;
    this.tables = new Path(new Path(history), "tables");
  }

  /**
   * The memory as the latest run before a date left it.
   *
   * @param runDate that run's date; null where there is none
   * @param entries its entries
   * @param warning what could not be read; empty for nothing
   */
  public record Past(@Nullable LocalDate runDate, List<LedgerEntry> entries, String warning) {
    /** Nothing is remembered. */
    public static final Past NONE = new Past(null, List.of(), "");

    public Past {
      entries = List.copyOf(entries);
    }
  }

  /** The memory before a date; what is damaged is passed over, with a warning. */
  public Past before(LocalDate date) {
    List<String> unreadable = new ArrayList<>();
    try {
      FileSystem fileSystem = tables.getFileSystem(configuration);
      LocalDate found = null;
      List<LedgerEntry> entries = List.of();
      for (LocalDate day : datesBefore(fileSystem, LEDGER, date).descendingSet()) {
        List<LedgerEntry> read = read(fileSystem, day);
        if (read != null) {
          found = day;
          entries = read;
          break;
        }
        unreadable.add(day.toString());
      }
      if (unreadable.isEmpty()) {
        unreadable.addAll(without(fileSystem, found, date));
      }
      return new Past(found, entries, warning(unreadable, found));
    } catch (IOException | RuntimeException e) {
      return new Past(
          null,
          List.of(),
          "The history in %s cannot be read (%s); recommendations begin anew"
              .formatted(tables, e.getClass().getSimpleName()));
    }
  }

  /** Dates of runs after the memory's that left recommendations and no memory. */
  private List<String> without(FileSystem fileSystem, @Nullable LocalDate found, LocalDate date)
      throws IOException {
    return datesBefore(fileSystem, "recommendations", date).stream()
        .filter(day -> found == null || day.isAfter(found))
        .map(LocalDate::toString)
        .toList();
  }

  private String warning(List<String> unreadable, @Nullable LocalDate found) {
    if (unreadable.isEmpty()) {
      return "";
    }
    return "The memory of recommendations under %s/%s is missing or damaged for %s; %s"
        .formatted(
            tables,
            LEDGER,
            String.join(", ", unreadable),
            found == null
                ? "recommendations begin anew"
                : "it is continued from " + PARTITION + found);
  }

  private NavigableSet<LocalDate> datesBefore(FileSystem fileSystem, String table, LocalDate date)
      throws IOException {
    NavigableSet<LocalDate> dates = new TreeSet<>();
    FileStatus[] found;
    try {
      found = fileSystem.listStatus(new Path(tables, table));
    } catch (FileNotFoundException e) {
      return dates;
    }
    for (FileStatus status : found) {
      LocalDate day = date(status.getPath().getName());
      if (day != null && day.isBefore(date)) {
        dates.add(day);
      }
    }
    return dates;
  }

  private static @Nullable LocalDate date(String name) {
    if (!name.startsWith(PARTITION)) {
      return null;
    }
    try {
      return LocalDate.parse(name.substring(PARTITION.length()));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The entries of a run; null where they cannot be read. */
  private @Nullable List<LedgerEntry> read(FileSystem fileSystem, LocalDate day) {
    try {
      Path folder = new Path(new Path(tables, LEDGER), PARTITION + day);
      List<Path> files = new ArrayList<>();
      for (FileStatus status : fileSystem.listStatus(folder)) {
        String name = status.getPath().getName();
        if (name.endsWith(".parquet") && !name.startsWith("_") && !name.startsWith(".")) {
          files.add(status.getPath());
        }
      }
      if (files.isEmpty()) {
        return null;
      }
      files.sort(Comparator.comparing(Path::getName));
      List<LedgerEntry> entries = new ArrayList<>();
      for (Path file : files) {
        ParquetTables.read(configuration, file, LedgerRow.class)
            .forEach(row -> entries.add(LedgerRows.entry(row)));
      }
      return entries;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
