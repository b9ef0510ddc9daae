package ecsadvisor.jobs.export.report;

import static java.util.Objects.requireNonNull;

import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.jobs.table.ReconciliationRow;
import ecsadvisor.jobs.table.SavingsRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.jobs.table.TableColumns;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums of the rows, by currency: exact sums of the cells that the CSVs print, so that whoever adds
 * up a column arrives at the same cent.
 */
final class Totals {
  private static final Set<String> CLOSED =
      Set.of("Implemented", "Verified", "Dismissed", "Snoozed", "Expired");

  final Map<String, BigDecimal> windowCost = new TreeMap<>();
  final Map<String, BigDecimal> monthlyCost = new TreeMap<>();
  final Map<String, BigDecimal> unusedCost = new TreeMap<>();

  /** What the waterfall saves, less what is settled. */
  final Map<String, BigDecimal> savings = new TreeMap<>();

  /** The part of the waterfall that is dismissed, put off or done. */
  final Map<String, BigDecimal> settled = new TreeMap<>();

  /** Monthly cost at the top of the waterfall: services and what they share. */
  final Map<String, BigDecimal> waterfallCost = new TreeMap<>();

  /** Monthly cost of what services share: instances' unused part, load balancers, images. */
  final Map<String, BigDecimal> sharedCost = new TreeMap<>();

  final Map<String, BigDecimal> upsizing = new TreeMap<>();
  final Map<String, BigDecimal> billed = new TreeMap<>();
  final Map<String, BigDecimal> onServices = new TreeMap<>();
  final Map<String, BigDecimal> ecsBilled = new TreeMap<>();
  int advised;
  int optimal;
  int withheld;
  int savingAdvices;
  int periods;
  int unbalancedRows;
  private final Set<List<String>> upsized = new HashSet<>();
  private BigDecimal cost = BigDecimal.ZERO;
  private BigDecimal ownedCost = BigDecimal.ZERO;
  private BigDecimal coveredCost = BigDecimal.ZERO;
  private BigDecimal coverage = BigDecimal.ZERO;
  private int services;

  private Totals() {}

  static Totals of(ReportModel model) {
    Totals totals = new Totals();
    model.services().forEach(totals::add);
    model.recommendations().stream().filter(Totals::isOpen).forEach(totals::add);
    model.savings().forEach(totals::add);
    model.recommendations().stream().filter(row -> !isOpen(row)).forEach(totals::settle);
    model.reconciliation().forEach(totals::add);
    totals.periods =
        (int)
            model.reconciliation().stream()
                .map(ReconciliationRow::billingPeriod)
                .distinct()
                .count();
    return totals;
  }

  /** Whether the advice still waits for somebody. */
  static boolean isOpen(RecommendationRow row) {
    return !CLOSED.contains(row.status());
  }

  /** Services that need more of something than they have. */
  int upsizedServices() {
    return upsized.size();
  }

  /** Share of the services' cost that has an owner, or null without cost. */
  @Nullable Double ownerCoverage() {
    return Figures.ratio(ownedCost, cost);
  }

  /**
   * Share of the services' minutes that have utilization data, weighted by cost where there is a
   * bill; null without services.
   */
  @Nullable Double dataCoverage() {
    if (services == 0) {
      return null;
    }
    return cost.signum() > 0
        ? Figures.ratio(coveredCost, cost)
        : Figures.ratio(coverage, BigDecimal.valueOf(services));
  }

  /** Share of ECS's part of the bill that is on a service, or null without a bill. */
  @Nullable Double attributionCoverage(String currency) {
    BigDecimal ecs = ecsBilled.get(currency);
    return ecs == null ? null : Figures.ratio(requireNonNull(onServices.get(currency)), ecs);
  }

  static void add(Map<String, BigDecimal> sums, String currency, BigDecimal amount) {
    sums.merge(currency, amount, BigDecimal::add);
  }

  private void add(ServiceRow row) {
    services++;
    BigDecimal rowCoverage = TableColumns.rounded(row.coverage(), 4);
    coverage = coverage.add(rowCoverage);
    switch (row.outcome()) {
      case "ADVISED" -> advised++;
      case "OPTIMAL" -> optimal++;
      case "WITHHELD" -> withheld++;
      default -> throw new IllegalArgumentException("Unknown outcome " + row.outcome());
    }
    if (row.effectiveCost() == null) {
      return;
    }
    BigDecimal rowCost = Figures.cents(row.effectiveCost());
    add(windowCost, row.currency(), rowCost);
    add(monthlyCost, row.currency(), Figures.cents(row.monthlyCost()));
    if (row.unusedCost() != null) {
      add(unusedCost, row.currency(), Figures.cents(row.unusedCost()));
    }
    cost = cost.add(rowCost);
    coveredCost = coveredCost.add(rowCost.multiply(rowCoverage));
    if (!row.owner().isBlank()) {
      ownedCost = ownedCost.add(rowCost);
    }
  }

  private void add(RecommendationRow row) {
    BigDecimal saving = Figures.cents(row.waterfallMonthlySavings());
    if (saving.signum() < 0) {
      upsized.add(Subject.key(row));
      add(upsizing, row.currencyCode(), saving.negate());
      return;
    }
    if (saving.signum() > 0) {
      savingAdvices++;
    }
  }

  private void settle(RecommendationRow row) {
    BigDecimal saving = Figures.cents(row.waterfallMonthlySavings());
    if (saving.signum() > 0 && savings.containsKey(row.currencyCode())) {
      add(settled, row.currencyCode(), saving);
      add(savings, row.currencyCode(), saving.negate());
    }
  }

  private void add(SavingsRow row) {
    if (row.scope().equals("TOTAL")) {
      add(savings, row.currency(), Figures.cents(row.waterfallMonthlySavings()));
    }
    if (row.step() != 1) {
      return;
    }
    if (row.scope().equals("TOTAL")) {
      add(waterfallCost, row.currency(), Figures.cents(row.costBefore()));
    }
    boolean isShared = row.scope().equals("SERVICE") && row.serviceName().isEmpty();
    BigDecimal cost = Figures.cents(row.costBefore());
    if (isShared && cost.signum() > 0) {
      add(sharedCost, row.currency(), cost);
    }
  }

  private void add(ReconciliationRow row) {
    add(billed, row.currency(), row.billedTotal());
    add(onServices, row.currency(), row.allocatedToServices());
    add(
        ecsBilled,
        row.currency(),
        row.allocatedToServices().add(row.allocatedToClusters()).add(row.otherEcs()));
    if (row.difference().signum() != 0) {
      unbalancedRows++;
    }
  }
}
