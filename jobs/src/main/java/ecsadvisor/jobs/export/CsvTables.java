package ecsadvisor.jobs.export;

import ecsadvisor.jobs.table.Table;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes tables as CSV: RFC 4180 with its CRLF line ends, UTF-8 without byte order mark, a header,
 * {@code .} decimals without grouping, ISO dates and UTC times, {@code true} and {@code false}, an
 * empty cell where a value is absent.
 */
public final class CsvTables {
  private CsvTables() {}

  /** Writes a table to a stream, which is closed. The bytes depend on nothing but the rows. */
  public static <T extends Record> void write(OutputStream out, Table<T> table) throws IOException {
    try (BufferedWriter writer =
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
      printer.printRecord(table.columns().names());
      for (T row : table.rows()) {
        printer.printRecord(table.cells(row));
      }
    }
  }
}
