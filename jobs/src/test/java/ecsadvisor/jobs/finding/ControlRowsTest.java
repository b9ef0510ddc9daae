package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.fixture.ServiceRows;
import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.finding.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlRowsTest {
  private final Catalogue catalogue = Catalogue.load();
  private final ControlRows rows = new ControlRows(catalogue);

  private static ServiceFinding finding(Verdict verdict) {
    return new ServiceFinding(
        ServiceRows.service("c", "s", 1.0),
        List.of(),
        List.of(new ControlOutcome("COST-01", verdict, "CODE", "a=1", "", "", null)),
        List.of(),
        List.of());
  }

  @Test
  void everyRowOfTheCatalogueHasAVerdict() {
    List<ControlRow> result = rows.of(finding(Verdict.PASS));
    assertEquals(
        catalogue.controls().stream().map(Control::identifier).toList(),
        result.stream().map(ControlRow::controlId).toList());
  }

  @Test
  void aRowThatNoCodeAnswersIsNeverAPass() {
    for (ControlRow row : rows.of(finding(Verdict.PASS))) {
      if (row.controlId().equals("COST-01")) {
        assertEquals("PASS", row.verdict());
      } else {
        assertEquals("NO_DATA", row.verdict(), row.controlId());
        assertEquals("NOT_IMPLEMENTED", row.reasonCodes(), row.controlId());
      }
    }
  }

  @Test
  void aServicesCountsAddUpToTheCatalogue() {
    var service = rows.withCounts(finding(Verdict.FAIL));
    assertEquals(1, service.controlsFailed());
    assertEquals(0, service.controlsPassed());
    assertEquals(catalogue.controls().size() - 1, service.controlsNoData());
  }
}
