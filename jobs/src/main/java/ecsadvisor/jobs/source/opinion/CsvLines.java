package ecsadvisor.jobs.source.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecsadvisor.jobs.source.file.FileAccess;
import ecsadvisor.jobs.source.file.InputBytes;
import ecsadvisor.jobs.source.file.QualityCount;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** A CSV file's rows by header; plain or gzip. */
final class CsvLines implements Closeable {
  private final CSVParser parser;
  private final Iterator<CSVRecord> rows;
  private final List<String> columns = new ArrayList<>();

  CsvLines(String uri, Configuration hadoop) throws IOException {
    Path path = new Path(uri);
    parser =
        CSVParser.parse(
            new InputStreamReader(
                InputBytes.inflated(FileAccess.of(path, hadoop).open(path)), UTF_8),
            CSVFormat.RFC4180);
    try {
      rows = parser.iterator();
      if (rows.hasNext()) {
        rows.next().forEach(name -> columns.add(OpinionForm.plain(name)));
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      parser.close();
      throw new IOException("no CSV", e);
    }
  }

  /** Plain names of the columns. */
  List<String> columns() {
    return List.copyOf(columns);
  }

  /** Gives every row; what is no row of the header's is counted as bad. */
  void read(QualityCount quality, Consumer<OpinionLine> lines) {
    try {
      while (rows.hasNext()) {
        CSVRecord row = rows.next();
        if (row.size() != columns.size()) {
          quality.bad("row with another number of cells than the header", row.getRecordNumber());
          continue;
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          cells.putIfAbsent(columns.get(i), row.get(i));
        }
        lines.accept(new OpinionLine(cells));
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      quality.bad("CSV is damaged; export again");
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
