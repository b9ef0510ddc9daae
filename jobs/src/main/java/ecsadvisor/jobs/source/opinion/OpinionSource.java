package ecsadvisor.jobs.source.opinion;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ecsadvisor.jobs.source.UserMistake;
import ecsadvisor.jobs.source.file.FileAccess;
import ecsadvisor.jobs.source.file.FileFinder;
import ecsadvisor.jobs.source.file.FileUnit;
import ecsadvisor.jobs.source.file.InputBytes;
import ecsadvisor.jobs.source.file.QualityCount;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Exports of Cost Optimization Hub (CSV or Parquet, as Data Exports lays them out) and of Compute
 * Optimizer for ECS services (CSV). Columns are found by their names, wherever they stand; those
 * that nothing asks for are not looked at.
 */
public final class OpinionSource {
  private static final String OPTION = "--second-opinion";
  private static final byte[] PARQUET = "PAR1".getBytes(US_ASCII);

  private OpinionSource() {}

  /**
   * The exports under the locations. Of an export's deliveries by day or period only the newest
   * counts: what it no longer lists is no longer AWS's opinion.
   *
   * @throws UserMistake with one line for each location that does not exist or holds no export, and
   *     for each file that lacks a column
   */
  public static List<OpinionFile> find(Configuration hadoop, List<String> uris) {
    List<String> mistakes = new ArrayList<>();
    List<OpinionFile> files = new ArrayList<>();
    for (FileUnit unit : newest(FileFinder.find(hadoop, OPTION, uris))) {
      OpinionFile file = file(unit, hadoop, mistakes);
      if (file != null) {
        files.add(file);
      }
    }
    if (files.isEmpty() && mistakes.isEmpty()) {
      mistakes.add(
          "%s %s: holds no CSV or Parquet file".formatted(OPTION, String.join(", ", uris)));
    }
    if (!mistakes.isEmpty()) {
      throw new UserMistake(mistakes);
    }
    return files;
  }

  /** What the files say. */
  public static AwsOpinions read(Configuration hadoop, List<OpinionFile> files) {
    AwsOpinions.Builder opinions = new AwsOpinions.Builder();
    for (OpinionFile file : files) {
      String uri = file.unit().uri();
      QualityCount quality = new QualityCount("second-opinion", uri);
      quality.kind(file.form().name() + (file.parquet() ? "_PARQUET" : "_CSV"));
      OpinionReader reader = new OpinionReader(file, quality, opinions);
      if (file.parquet()) {
        ParquetLines.read(uri, hadoop, quality, reader::add);
      } else {
        try (CsvLines lines = new CsvLines(uri, hadoop)) {
          lines.read(quality, reader::add);
        } catch (IOException e) {
          quality.bad("file cannot be read; export again");
        }
      }
      opinions.add(quality.result());
    }
    return opinions.build();
  }

  private static @Nullable OpinionFile file(
      FileUnit unit, Configuration hadoop, List<String> mistakes) {
    String uri = unit.uri();
    try {
      boolean parquet = isParquet(uri, hadoop);
      List<String> columns = columns(uri, parquet, hadoop);
      OpinionForm form = OpinionForm.of(columns);
      if (form == null) {
        mistakes.add(
            ("%s: %s is neither a COST_OPTIMIZATION_RECOMMENDATIONS export nor Compute Optimizer's"
                    + " export of ECS services by its columns")
                .formatted(OPTION, uri));
        return null;
      }
      List<String> missing = form.missing(new HashSet<>(columns));
      for (String column : missing) {
        mistakes.add(
            "%s: %s lacks the column %s; add it to the export".formatted(OPTION, uri, column));
      }
      return missing.isEmpty() ? new OpinionFile(unit, form, parquet) : null;
    } catch (IOException e) {
      mistakes.add("%s: %s cannot be read as CSV or Parquet".formatted(OPTION, uri));
      return null;
    }
  }

  private static List<String> columns(String uri, boolean parquet, Configuration hadoop)
      throws IOException {
    if (parquet) {
      return ParquetLines.columns(uri, hadoop);
    }
    try (CsvLines lines = new CsvLines(uri, hadoop)) {
      return lines.columns();
    }
  }

  private static boolean isParquet(String uri, Configuration hadoop) throws IOException {
    Path path = new Path(uri);
    try (InputStream in = FileAccess.of(path, hadoop).open(path)) {
      return Arrays.equals(PARQUET, InputBytes.head(InputBytes.inflated(in), PARQUET.length));
    }
  }

  /** CSV and Parquet files, without deliveries that a later one of the same export replaces. */
  private static List<FileUnit> newest(List<FileUnit> files) {
    Map<String, String> latest = new HashMap<>();
    List<FileUnit> wanted = files.stream().filter(OpinionSource::isTable).toList();
    for (FileUnit file : wanted) {
      latest.merge(
          export(file), delivery(file), (one, other) -> one.compareTo(other) < 0 ? other : one);
    }
    return wanted.stream().filter(file -> delivery(file).equals(latest.get(export(file)))).toList();
  }

  private static boolean isTable(FileUnit file) {
    String name = file.uri().toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".csv.gz") || name.endsWith(".parquet");
  }

  /** What stands before the folder of a delivery ({@code date=2026-11-22}), else the whole URI. */
  private static String export(FileUnit file) {
    int end = partition(file.uri());
    return end < 0 ? file.uri() : file.uri().substring(0, end);
  }

  private static String delivery(FileUnit file) {
    int start = partition(file.uri());
    if (start < 0) {
      return "";
    }
    return file.uri().substring(start, file.uri().lastIndexOf('/'));
  }

  private static int partition(String uri) {
    String lower = uri.toLowerCase(Locale.ROOT);
    int date = lower.lastIndexOf("/date=");
    return date >= 0 ? date : lower.lastIndexOf("/billing_period=");
  }
}
