package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.fixture.ServiceRows;
import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.SavingsRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SavingsRowsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static RecommendationRow saving(double standalone, double waterfall) {
    return new RecommendationRow(
        "1",
        "",
        "Rightsize",
        "USD",
        "",
        "",
        "EcsService",
        0.0,
        0,
        0.0,
        0,
        0.0,
        0,
        "Medium",
        Instant.EPOCH,
        "id",
        32,
        "EcsCostAdvisor",
        "",
        "",
        "EcsService",
        "eu-west-1",
        "arn",
        true,
        true,
        "",
        "COST-01",
        "Rightsize",
        "c",
        "s",
        "FARGATE",
        "",
        "",
        "Overprovisioned",
        "",
        "Low",
        256,
        512,
        null,
        0,
        standalone,
        waterfall,
        null,
        null,
        null,
        null,
        1,
        32,
        1,
        7,
        0.0,
        0,
        "Open",
        "",
        DAY,
        DAY,
        0,
        null,
        null,
        "",
        "",
        "",
        "SERVICE_BILL",
        "",
        "");
  }

  private static ServiceFinding finding(
      String cluster, String name, @Nullable Double cost, RecommendationRow... recommendations) {
    return new ServiceFinding(
        ServiceRows.service(cluster, name, cost),
        List.of(recommendations),
        List.of(),
        List.of(),
        List.of());
  }

  private static SavingsRow row(List<SavingsRow> rows, String scope, String cluster, String name) {
    return rows.stream()
        .filter(
            row ->
                row.scope().equals(scope)
                    && row.clusterName().equals(cluster)
                    && row.serviceName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theTotalIsTheSumOfItsServicesToTheCent() {
    List<SavingsRow> rows =
        SavingsRows.of(
            List.of(
                finding("c", "a", 10.004, saving(3.335, 3.335)),
                finding("c", "b", 20.004, saving(4.444, 4.444)),
                finding("d", "c", 30.004)),
            List.of("COST-01"));
    SavingsRow total = row(rows, "TOTAL", "", "");
    double before = 0;
    double saved = 0;
    for (SavingsRow row : rows) {
      if (row.scope().equals("SERVICE")) {
        before += row.costBefore();
        saved += row.waterfallMonthlySavings();
      }
    }
    assertEquals(before, total.costBefore(), 1e-9);
    assertEquals(saved, total.waterfallMonthlySavings(), 1e-9);
    assertEquals(before - saved, total.costAfter(), 1e-9);
    assertEquals(30.0, row(rows, "CLUSTER", "c", "").costBefore());
  }

  @Test
  void adviceThatCostsMoneyIsNoSaving() {
    List<SavingsRow> rows =
        SavingsRows.of(List.of(finding("c", "a", 10.0, saving(-5, -5))), List.of("COST-01"));
    assertEquals(0, row(rows, "SERVICE", "c", "a").waterfallMonthlySavings());
    assertEquals(10.0, row(rows, "SERVICE", "c", "a").costAfter());
  }

  @Test
  void aServiceWithoutABillIsNotInTheWaterfall() {
    assertEquals(
        List.of(),
        SavingsRows.of(List.of(finding("c", "a", null, saving(5, 5))), List.of("COST-01")));
  }
}
