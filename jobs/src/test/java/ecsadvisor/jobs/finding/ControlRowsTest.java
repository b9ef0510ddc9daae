package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.fixture.ServiceRows;
import ecsadvisor.jobs.table.ControlRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.models.catalogue.Catalogue;
import ecsadvisor.models.catalogue.Control;
import ecsadvisor.models.finding.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlRowsTest {
  private final Catalogue catalogue = Catalogue.load();
  private final ControlRows rows =
      new ControlRows(
          catalogue,
          new SecurityControlRows(
              List.of(), SecurityFixes.NONE, SecurityControlRows.PatchPaths.NONE));

  private final ServiceRow service = ServiceRows.service("c", "s", 1.0);

  private static List<ControlOutcome> outcomes(Verdict verdict) {
    return List.of(new ControlOutcome("COST-01", verdict, "CODE", "a=1", "", "", null));
  }

  @Test
  void everyRowOfTheCatalogueHasAVerdict() {
    List<ControlRow> result = rows.of(service, outcomes(Verdict.PASS), null);
    assertEquals(
        catalogue.controls().stream().map(Control::identifier).toList(),
        result.stream().map(ControlRow::controlId).toList());
  }

  @Test
  void aRowThatNoCodeAnswersIsNeverAPass() {
    for (ControlRow row : rows.of(service, outcomes(Verdict.PASS), null)) {
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
    List<ControlRow> verdicts = rows.of(service, outcomes(Verdict.FAIL), null);
    ServiceRow counted = ControlRows.withCounts(service, verdicts, 0);
    assertEquals(1, counted.controlsFailed());
    assertEquals(0, counted.controlsPassed());
    assertEquals(catalogue.controls().size() - 1, counted.controlsNoData());
  }
}
