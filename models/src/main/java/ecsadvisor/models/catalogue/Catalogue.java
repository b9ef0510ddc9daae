package ecsadvisor.models.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a service: every row of every framework, read from the CSV resources beside this
 * class. The text belongs to the frameworks and is data; the code that answers a row is named in
 * its {@code checks} column, and a test holds the two against each other.
 */
public final class Catalogue {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private final List<Control> controls;

  private Catalogue(List<Control> controls) {
    this.controls = List.copyOf(controls);
  }

  /** The catalogue of this version of the program. */
  public static Catalogue load() {
    List<Control> controls = new ArrayList<>();
    for (Framework framework : Framework.values()) {
      try (Reader reader =
              new InputStreamReader(
                  requireNonNull(
                      Catalogue.class.getResourceAsStream(framework.resource()),
                      framework.resource()),
                  UTF_8);
          var records = FORMAT.parse(reader)) {
        for (CSVRecord row : records) {
          controls.add(control(framework, row));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + framework.resource(), e);
      }
    }
    return new Catalogue(controls);
  }

  /** All rows: frameworks in their order, rows in the order of their file. */
  public List<Control> controls() {
    return controls;
  }

  /** The rows of one framework. */
  public List<Control> of(Framework framework) {
    return controls.stream().filter(control -> control.framework() == framework).toList();
  }

  private static Control control(Framework framework, CSVRecord row) {
    return new Control(
        framework,
        row.get("identifier"),
        Severity.valueOf(row.get("severity")),
        severity(row.get("severity_aws")),
        row.get("title"),
        row.get("description"),
        row.get("owner"),
        row.get("implementation"),
        list(row.get("checks")),
        list(row.get("advisory")),
        row.get("attestation"),
        row.get("note"),
        list(row.get("needs")));
  }

  private static @Nullable Severity severity(String name) {
    return name.isEmpty() ? null : Severity.valueOf(name);
  }

  private static List<String> list(String cell) {
    return Arrays.stream(cell.split(";", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
