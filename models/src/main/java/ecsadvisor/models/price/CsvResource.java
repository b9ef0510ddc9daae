package ecsadvisor.models.price;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the data files of this package: RFC 4180 with a header. */
final class CsvResource {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private CsvResource() {}

  /** The rows of a file that lies beside this class. */
  static List<CSVRecord> shipped(String name) {
    try (InputStream stream = CsvResource.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its file " + name);
      }
      return rows(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<CSVRecord> rows(Reader reader) throws IOException {
    try (CSVParser parser = FORMAT.parse(reader)) {
      return parser.getRecords();
    }
  }

  /**
   * The day of a cell {@code valid_from}.
   *
   * @param where which row of which file, for the message
   * @throws IllegalArgumentException where it is none
   */
  static LocalDate validFrom(String text, String where) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          where + "valid_from \"" + text + "\" is not a date like 2026-06-01", e);
    }
  }

  /**
   * The number of a cell.
   *
   * @param name the column
   * @param where which row of which file, for the message
   * @throws IllegalArgumentException where it is none
   */
  static double number(String name, String text, String where) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(where + name + " \"" + text + "\" is not a number", e);
    }
  }
}
