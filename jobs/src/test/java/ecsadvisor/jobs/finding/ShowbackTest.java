package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.fixture.FleetServices;
import ecsadvisor.jobs.fixture.ServiceRows;
import ecsadvisor.jobs.table.AllocationRow;
import ecsadvisor.jobs.table.SavingsRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.jobs.table.ShowbackRow;
import ecsadvisor.jobs.table.Table;
import ecsadvisor.models.fact.ServiceKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShowbackTest {

  private static ServiceFinding finding(ServiceRow row, String costCentre) {
    return new ServiceFinding(
        row,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        List.of(),
        FleetServices.fargate(
            new ServiceKey(row.accountId(), row.region(), row.clusterName(), row.serviceName()),
            0,
            List.of()),
        new ServiceBill(costCentre, "", null, List.of()));
  }

  private static AllocationRow allocation(
      String cluster, String service, String attribution, String billed, double effective) {
    return new AllocationRow(
        "2026-11",
        "9",
        "1",
        "Usage",
        "USD",
        "eu-west-1",
        cluster,
        service,
        attribution,
        1,
        new BigDecimal(billed),
        effective,
        effective,
        effective,
        0);
  }

  private static List<ShowbackRow> rows(
      List<ServiceFinding> findings, List<AllocationRow> allocations, List<SavingsRow> savings) {
    return Table.of(
            "showback",
            ShowbackRow.class,
            Showback.rows(
                findings,
                findings.stream().map(ServiceFinding::service).toList(),
                allocations,
                savings))
        .rows();
  }

  @Test
  void servicesOfOneOwnerAndCostCentreAreOneRow() {
    List<ShowbackRow> rows =
        rows(
            List.of(
                finding(ServiceRows.service("c", "a", 10.005), "cc-1"),
                finding(ServiceRows.service("c", "b", 20.0), "cc-1")),
            List.of(
                allocation("c", "a", "SERVICE_TAG", "7.01", 7.5),
                allocation("c", "b", "TASK_ARN", "2.99", 2.5)),
            List.of());
    assertEquals(1, rows.size());
    ShowbackRow row = rows.get(0);
    assertEquals("team", row.owner());
    assertEquals("cc-1", row.costCentre());
    assertEquals(2, row.services());
    assertEquals(new BigDecimal("10.00"), row.billedCost());
    assertEquals(new BigDecimal("10.00"), row.effectiveCost());
    assertEquals(new BigDecimal("30.00"), row.monthlyCost(), "cents as services.csv prints them");
    assertEquals(1.0, row.share());
  }

  @Test
  void whatNoServiceCarriesIsTheUnallocatedRow() {
    List<ShowbackRow> rows =
        rows(
            List.of(),
            List.of(
                allocation("c", "", "CLUSTER_ONLY", "5.00", 5),
                allocation("", "", "OTHER_ECS", "1.00", 1),
                allocation("", "", "NOT_ECS", "99.00", 99)),
            List.of(
                new SavingsRow(
                    "SERVICE",
                    "1",
                    "eu-west-1",
                    "c",
                    "",
                    1,
                    "COST-01",
                    0,
                    2,
                    0.0,
                    50,
                    48,
                    "USD",
                    "lever",
                    0,
                    0,
                    0)));
    assertEquals(1, rows.size());
    assertEquals("UNALLOCATED", rows.get(0).allocation());
    assertEquals(new BigDecimal("6.00"), rows.get(0).billedCost());
    assertEquals(new BigDecimal("50.00"), rows.get(0).monthlyCost());
    assertEquals(new BigDecimal("2.00"), rows.get(0).monthlySavings());
  }

  @Test
  void servicesThatTheRunLeavesOutAreSaidSo() {
    List<ShowbackRow> rows =
        rows(List.of(), List.of(allocation("c", "elsewhere", "SERVICE_TAG", "3.00", 3)), List.of());
    assertEquals("NOT_SELECTED", rows.get(0).allocation());
  }

  @Test
  void withoutABillThereIsNoShare() {
    List<ShowbackRow> rows =
        rows(List.of(finding(ServiceRows.service("c", "a", null), "")), List.of(), List.of());
    assertEquals(1, rows.size());
    assertEquals(null, rows.get(0).share());
    assertEquals(new BigDecimal("0.00"), rows.get(0).billedCost());
  }
}
