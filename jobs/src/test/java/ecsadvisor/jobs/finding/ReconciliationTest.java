package ecsadvisor.jobs.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.fact.LedgerEntry;
import ecsadvisor.jobs.source.bill.ObservedTotals;
import ecsadvisor.jobs.table.AllocationRow;
import ecsadvisor.jobs.table.ReconciliationRow;
import ecsadvisor.models.fact.Attribution;
import ecsadvisor.models.fact.MoneyUnits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final List<Attribution> PLACES = List.of(Attribution.values());

  @Test
  void thirdsOfACentAddUpToTheCent() {
    List<LedgerEntry> entries =
        List.of(
            entry("a", Attribution.SERVICE_TAG, "0.0033333333"),
            entry("b", Attribution.TASK_ARN, "0.0033333333"),
            entry("c", Attribution.NOT_ECS, "0.0033333334"));
    Reconciliation reconciliation = Reconciliation.of(entries, observed(entries));
    ReconciliationRow row = reconciliation.rows().get(0);
    assertEquals(new BigDecimal("0.01"), row.billedTotal());
    assertEquals(new BigDecimal("0.00"), row.allocatedToServices());
    assertEquals(new BigDecimal("0.01"), row.notEcs(), "the largest remainder");
    assertEquals(new BigDecimal("0.00"), row.difference());
  }

  @Test
  void placesAreSummedByAttribution() {
    List<LedgerEntry> entries =
        List.of(
            entry("a", Attribution.SERVICE_TAG, "1.5"),
            entry("b", Attribution.TASK_ARN, "2.5"),
            entry("", Attribution.CLUSTER_ONLY, "4"),
            entry("", Attribution.OTHER_ECS, "8"),
            entry("", Attribution.NOT_ECS, "16"));
    ReconciliationRow row = Reconciliation.of(entries, observed(entries)).rows().get(0);
    assertEquals(new BigDecimal("32.00"), row.billedTotal());
    assertEquals(new BigDecimal("4.00"), row.allocatedToServices());
    assertEquals(new BigDecimal("4.00"), row.allocatedToClusters());
    assertEquals(new BigDecimal("8.00"), row.otherEcs());
    assertEquals(new BigDecimal("16.00"), row.notEcs());
  }

  @Test
  void creditsAreApportionedLikeCosts() {
    List<LedgerEntry> entries =
        List.of(
            entry("a", Attribution.SERVICE_TAG, "-0.005"),
            entry("b", Attribution.SERVICE_TAG, "-0.005"),
            entry("", Attribution.NOT_ECS, "-0.005"));
    Reconciliation reconciliation = Reconciliation.of(entries, observed(entries));
    assertEquals(new BigDecimal("-0.02"), reconciliation.rows().get(0).billedTotal());
    assertEquals(
        new BigDecimal("-0.02"),
        reconciliation.allocations().stream()
            .map(AllocationRow::billedCost)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  @Test
  void allocationAddsUpForAnyEntries() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      List<LedgerEntry> entries = new ArrayList<>();
      int count = 1 + random.nextInt(30);
      for (int i = 0; i < count; i++) {
        Attribution attribution = PLACES.get(random.nextInt(PLACES.size()));
        BigDecimal billed =
            MoneyUnits.toDecimal(
                Math.round(random.nextGaussian() * Math.pow(10, 2 + random.nextInt(11))));
        entries.add(entry("s" + i, attribution, billed.toPlainString()));
      }
      Reconciliation reconciliation = Reconciliation.of(entries, observed(entries));
      BigDecimal exact =
          entries.stream().map(LedgerEntry::billed).reduce(BigDecimal.ZERO, BigDecimal::add);
      ReconciliationRow row = reconciliation.rows().get(0);
      assertEquals(exact.setScale(2, RoundingMode.HALF_EVEN), row.billedTotal());
      assertEquals(
          row.billedTotal(),
          row.allocatedToServices()
              .add(row.allocatedToClusters())
              .add(row.otherEcs())
              .add(row.notEcs()));
      assertEquals(
          row.billedTotal(),
          reconciliation.allocations().stream()
              .map(AllocationRow::billedCost)
              .reduce(BigDecimal.ZERO, BigDecimal::add));
      for (AllocationRow allocation : reconciliation.allocations()) {
        BigDecimal own = BigDecimal.ZERO;
        for (LedgerEntry entry : entries) {
          boolean same =
              entry.serviceName().equals(allocation.serviceName())
                  && entry.attribution().name().equals(allocation.attribution());
          own = own.add(same ? entry.billed() : BigDecimal.ZERO);
        }
        assertTrue(
            own.subtract(allocation.billedCost()).abs().compareTo(new BigDecimal("0.01")) < 0,
            "less than a cent off");
      }
    }
  }

  @Test
  void chargeTypesAndAccountsAreKeptApart() {
    List<LedgerEntry> entries =
        List.of(
            entry("a", Attribution.SERVICE_TAG, "1"),
            new LedgerEntry(
                "2025-11",
                "p",
                "a2",
                "Tax",
                "USD",
                "",
                "",
                "",
                Attribution.NOT_ECS,
                false,
                1,
                BigDecimal.TEN,
                BigDecimal.TEN,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                BigDecimal.ZERO));
    assertEquals(2, Reconciliation.of(entries, observed(entries)).rows().size());
  }

  @Test
  void splitCostIsTakenFromTheCluster() {
    LedgerEntry instances =
        new LedgerEntry(
            "2025-11",
            "p",
            "a",
            "Usage",
            "USD",
            "r",
            "shop",
            "",
            Attribution.CLUSTER_ONLY,
            false,
            3,
            new BigDecimal("10"),
            new BigDecimal("9"),
            new BigDecimal("8"),
            new BigDecimal("12"),
            BigDecimal.ZERO);
    LedgerEntry split =
        new LedgerEntry(
            "2025-11",
            "p",
            "a",
            "Usage",
            "USD",
            "r",
            "shop",
            "cart",
            Attribution.SERVICE_TAG,
            true,
            2,
            BigDecimal.ZERO,
            new BigDecimal("4"),
            new BigDecimal("3"),
            new BigDecimal("5"),
            new BigDecimal("2"));
    List<LedgerEntry> entries = List.of(instances, split);
    List<AllocationRow> rows = Reconciliation.of(entries, observed(entries)).allocations();
    AllocationRow cluster = rows.get(0);
    AllocationRow service = rows.get(1);
    assertEquals("cart", service.serviceName());
    assertEquals(4.0, service.effectiveCost());
    assertEquals(2.0, service.unusedCost());
    assertEquals(new BigDecimal("0.00"), service.billedCost());
    assertEquals(5.0, cluster.effectiveCost());
    assertEquals(7.0, cluster.listCost());
    assertEquals(new BigDecimal("10.00"), cluster.billedCost());
    assertEquals(9.0, cluster.effectiveCost() + service.effectiveCost(), "the bill's own total");
  }

  @Test
  void lostLineStopsTheRun() {
    List<LedgerEntry> entries = List.of(entry("a", Attribution.SERVICE_TAG, "1"));
    ReconciliationFailed failure =
        assertThrows(
            ReconciliationFailed.class,
            () ->
                Reconciliation.of(
                    entries, List.of(new ObservedTotals("2025-11", 2, 10_000_000_000L))));
    assertEquals(
        "Bill 2025-11: 2 lines and 1.0000000000 were read, but 1 lines and 1 were allocated",
        failure.getMessage());
  }

  @Test
  void lostMoneyStopsTheRun() {
    List<LedgerEntry> entries = List.of(entry("a", Attribution.SERVICE_TAG, "1"));
    assertThrows(
        ReconciliationFailed.class,
        () ->
            Reconciliation.of(entries, List.of(new ObservedTotals("2025-11", 1, 9_999_999_999L))));
  }

  @Test
  void periodFromNowhereStopsTheRun() {
    List<LedgerEntry> entries = List.of(entry("a", Attribution.SERVICE_TAG, "1"));
    assertThrows(ReconciliationFailed.class, () -> Reconciliation.of(entries, List.of()));
  }

  @Test
  void emptyBillReconciles() {
    assertEquals(List.of(), Reconciliation.of(List.of(), List.of()).rows());
  }

  private static LedgerEntry entry(String service, Attribution attribution, String billed) {
    BigDecimal cost = new BigDecimal(billed);
    return new LedgerEntry(
        "2025-11",
        "p",
        "a",
        "Usage",
        "USD",
        "r",
        "c",
        service,
        attribution,
        false,
        1,
        cost,
        cost,
        cost,
        cost,
        BigDecimal.ZERO);
  }

  private static List<ObservedTotals> observed(List<LedgerEntry> entries) {
    long lines = 0;
    BigDecimal billed = BigDecimal.ZERO;
    for (LedgerEntry entry : entries) {
      lines += entry.lines();
      billed = billed.add(entry.billed());
    }
    long units = billed.movePointRight(MoneyUnits.SCALE).longValueExact();
    return entries.isEmpty() ? List.of() : List.of(new ObservedTotals("2025-11", lines, units));
  }
}
