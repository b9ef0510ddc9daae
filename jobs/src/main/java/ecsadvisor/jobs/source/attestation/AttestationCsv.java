package ecsadvisor.jobs.source.attestation;

import ecsadvisor.jobs.source.UserMistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file by column. */
final class AttestationCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private AttestationCsv() {}

  static List<Map<String, String>> entries(String text, String file) {
    List<Map<String, String>> entries = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      for (CSVRecord row : parser) {
        if (!row.isConsistent()) {
          throw new UserMistake(
              "--attestations %s: line %d has %d cells, the header %d"
                  .formatted(
                      file,
                      parser.getCurrentLineNumber(),
                      row.size(),
                      parser.getHeaderNames().size()));
        }
        entries.add(row.toMap());
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new UserMistake("--attestations %s: no CSV".formatted(file));
    } catch (IOException e) {
      throw new UncheckedIOException("A text cannot fail to be read", e);
    }
    return entries;
  }
}
