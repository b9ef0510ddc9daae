package ecsadvisor.jobs.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinOpsCellsTest {

  private static List<String> cells(String owner, String costCentre, String saving) {
    ShowbackRow row =
        new ShowbackRow(
            owner,
            costCentre,
            "ALLOCATED",
            "USD",
            1,
            new BigDecimal("-12.50"),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            null,
            BigDecimal.ZERO,
            new BigDecimal(saving));
    Table<ShowbackRow> table = Table.of("showback", ShowbackRow.class, List.of(row));
    return table.cells(row).stream().map(String::valueOf).toList();
  }

  @Test
  void negativeMoneyStaysANumber() {
    List<String> cells = cells("team", "cc", "-3.10");
    assertEquals("-12.50", cells.get(5));
    assertEquals("-3.10", cells.get(10));
  }

  @Test
  void formulasInTagValuesDoNotRun() {
    List<String> cells = cells("=HYPERLINK(\"http://x\")", "-1+1|cmd", "0");
    assertEquals("'=HYPERLINK(\"http://x\")", cells.get(0));
    assertEquals("'-1+1|cmd", cells.get(1));
  }

  @Test
  void namesOfFocusAreKeptAsTheyAre() {
    assertEquals(
        List.of("BillingAccountId", "SubAccountId", "RegionId", "ServiceName"),
        TableColumns.of(FocusCostRow.class).names().subList(0, 4));
  }
}
