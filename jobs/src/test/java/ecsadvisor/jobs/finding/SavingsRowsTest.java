package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.table.SavingsRow;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Lever;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.savings.Pool;
import ecsadvisor.models.savings.Waterfall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SavingsRowsTest {
  private static final Spread DOUBTFUL = new Spread(0.5, 1, 1.2);

  private static ServiceKey key(String cluster, String service) {
    return new ServiceKey("111122223333", "eu-west-1", cluster, service);
  }

  private static Waterfall waterfall(ServiceKey key, double cost, double rate) {
    return Waterfall.of(
        new Pool(
            key,
            "EUR",
            cost,
            List.of(new Pool.Rate(Lever.RIGHT_SIZE, cost, cost * rate, rate, DOUBTFUL)),
            List.of()));
  }

  private static SavingsRow row(
      List<SavingsRow> rows, String scope, String cluster, String service) {
    return rows.stream()
        .filter(
            row ->
                row.scope().equals(scope)
                    && row.clusterName().equals(cluster)
                    && row.serviceName().equals(service)
                    && row.lever().equals(Lever.RIGHT_SIZE.label()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theTotalIsTheSumOfItsServicesToTheCent() {
    List<SavingsRow> rows =
        SavingsRows.of(
            List.of(
                waterfall(key("c", "a"), 10.004, 0.3333),
                waterfall(key("c", "b"), 20.004, 0.2222),
                waterfall(key("c", ""), 5.00, 0),
                waterfall(key("d", "c"), 30.004, 0)),
            Map.of());
    double before = 0;
    double saved = 0;
    for (SavingsRow row : rows) {
      if (row.scope().equals("SERVICE") && row.controlId().equals("COST-01") && row.step() == 2) {
        before += row.costBefore();
        saved += row.waterfallMonthlySavings();
      }
    }
    SavingsRow total = row(rows, "TOTAL", "", "");
    assertEquals(before, total.costBefore(), 1e-9);
    assertEquals(saved, total.waterfallMonthlySavings(), 1e-9);
    assertEquals(before - saved, total.costAfter(), 1e-9);
    assertEquals(35.0, row(rows, "CLUSTER", "c", "").costBefore());
  }

  @Test
  void whatIsLockedStandsBesideTheSavingAndIsNeverMore() {
    List<Waterfall> one = List.of(waterfall(key("c", "a"), 100, 0.5));
    assertEquals(
        20.0,
        row(SavingsRows.of(one, Map.of(key("c", "a"), 20.0)), "TOTAL", "", "")
            .lockedByCommitmentMonthly());
    assertEquals(
        50.0,
        row(SavingsRows.of(one, Map.of(key("c", "a"), 80.0)), "SERVICE", "c", "a")
            .lockedByCommitmentMonthly());
    assertEquals(
        0.0, row(SavingsRows.of(one, Map.of()), "SERVICE", "c", "a").lockedByCommitmentMonthly());
  }

  @Test
  void aServicesPercentilesAreThoseOfItsAdvice() {
    SavingsRow row =
        row(
            SavingsRows.of(List.of(waterfall(key("c", "a"), 100, 0.5)), Map.of()),
            "SERVICE",
            "c",
            "a");
    assertEquals(25.0, row.savingsP10());
    assertEquals(50.0, row.savingsP50());
    assertEquals(60.0, row.savingsP90());
  }

  @Test
  void currenciesAreNotAddedUp() {
    List<SavingsRow> rows =
        SavingsRows.of(
            List.of(
                waterfall(key("c", "a"), 100, 0.5),
                Waterfall.of(new Pool(key("c", "b"), "USD", 7, List.of(), List.of()))),
            Map.of());
    assertTrue(
        rows.stream()
            .filter(row -> row.scope().equals("TOTAL") && row.step() == 1)
            .map(SavingsRow::costBefore)
            .toList()
            .containsAll(List.of(100.0, 7.0)));
  }
}
