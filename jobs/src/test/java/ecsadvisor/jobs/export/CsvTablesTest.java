package ecsadvisor.jobs.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.table.Decimals;
import ecsadvisor.jobs.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvTablesTest {

  public record Line(String name, @Nullable String note, @Decimals(2) double saving) {}

  private static byte[] csv(List<Line> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CsvTables.write(bytes, Table.of("lines", Line.class, rows));
    return bytes.toByteArray();
  }

  private static String text(Line... rows) throws IOException {
    return new String(csv(List.of(rows)), StandardCharsets.UTF_8);
  }

  @Test
  void aFileHasAHeaderAndCrlfLineEnds() throws IOException {
    assertEquals("name,note,saving\r\nİstanbul,,-1.50\r\n", text(new Line("İstanbul", null, -1.5)));
  }

  @Test
  void aTableWithoutRowsIsItsHeader() throws IOException {
    assertEquals("name,note,saving\r\n", text());
  }

  @Test
  void quotesCommasAndFormulasComeBackAsText() throws IOException {
    String file = text(new Line("a \"quoted\", thing", "=HYPERLINK(\"x\",\"y\")", 0));
    List<CSVRecord> records = CSVFormat.RFC4180.parse(new StringReader(file)).getRecords();
    assertEquals("a \"quoted\", thing", records.get(1).get(0));
    assertEquals("'=HYPERLINK(\"x\",\"y\")", records.get(1).get(1));
  }

  @Test
  void bytesDoNotDependOnTheOrderOfTheRows() throws IOException {
    Line a = new Line("a", "x", 1);
    Line b = new Line("b", null, 2);
    Line c = new Line("b", "y", 2);
    assertArrayEquals(csv(List.of(a, b, c)), csv(List.of(c, a, b)));
  }
}
