package ecsadvisor.jobs.finding;

import static java.math.RoundingMode.HALF_EVEN;

import ecsadvisor.jobs.table.AllocationRow;
import ecsadvisor.jobs.table.SavingsRow;
import ecsadvisor.jobs.table.ServiceRow;
import ecsadvisor.jobs.table.ShowbackRow;
import ecsadvisor.jobs.table.TableColumns;
import ecsadvisor.models.fact.Attribution;
import ecsadvisor.models.fact.ServiceKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * ECS's cost by owner and cost centre, in cents that are added as other tables print them: billed,
 * effective and list cost of the periods read add up to allocation.csv and thereby to
 * reconciliation.csv; monthly cost and savings to services.csv and savings.csv.
 *
 * <pre>
 * ALLOCATED     services with an owner or a cost centre
 * UNTAGGED      services with neither
 * NOT_SELECTED  services that --accounts, --regions or --clusters leave out
 * UNALLOCATED   what no service carries: idle instances, shared things, other lines of ECS
 * </pre>
 */
public final class Showback {
  private static final int CENTS = 2;

  /** Who carries a cost. */
  private record Party(String currency, String allocation, String owner, String costCentre)
      implements Comparable<Party> {
    private static final Comparator<Party> ORDER =
        Comparator.comparing(Party::currency)
            .thenComparing(Party::allocation)
            .thenComparing(Party::owner)
            .thenComparing(Party::costCentre);

    static Party without(String allocation, String currency) {
      return new Party(currency, allocation, "", "");
    }

    @Override
    public int compareTo(Party other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Sums {
    private int services;
    private BigDecimal billed = BigDecimal.ZERO.setScale(CENTS);
    private BigDecimal effective = billed;
    private BigDecimal list = billed;
    private BigDecimal monthly = billed;
    private BigDecimal savings = billed;
  }

  private final Map<Party, Sums> parties = new TreeMap<>();
  private final Map<ServiceKey, ServiceFinding> findings = new HashMap<>();
  private final SortedSet<String> currencies = new TreeSet<>();

  private Showback() {}

  /**
   * The rows.
   *
   * @param findings the services with their cost centres
   * @param services rows of services.csv
   * @param allocations rows of allocation.csv
   * @param savings rows of savings.csv
   */
  public static List<ShowbackRow> rows(
      List<ServiceFinding> findings,
      List<ServiceRow> services,
      List<AllocationRow> allocations,
      List<SavingsRow> savings) {
    Showback showback = new Showback();
    findings.forEach(finding -> showback.findings.put(finding.fleet().key(), finding));
    allocations.forEach(row -> showback.currencies.add(row.currency()));
    services.forEach(showback::add);
    allocations.forEach(showback::add);
    savings.forEach(showback::add);
    return showback.rows();
  }

  private void add(ServiceRow row) {
    Sums sums =
        sums(
            party(
                new ServiceKey(row.accountId(), row.region(), row.clusterName(), row.serviceName()),
                row.currency()));
    sums.services++;
    sums.monthly = sums.monthly.add(cents(row.monthlyCost() == null ? 0 : row.monthlyCost()));
    sums.savings = sums.savings.add(cents(row.monthlySavings()));
  }

  private void add(AllocationRow row) {
    Attribution attribution = Attribution.valueOf(row.attribution());
    if (attribution == Attribution.NOT_ECS) {
      return;
    }
    boolean ofService =
        attribution == Attribution.SERVICE_TAG || attribution == Attribution.TASK_ARN;
    Sums sums =
        sums(
            ofService
                ? party(
                    new ServiceKey(
                        row.accountId(), row.region(), row.clusterName(), row.serviceName()),
                    row.currency())
                : Party.without("UNALLOCATED", row.currency()));
    sums.billed = sums.billed.add(row.billedCost());
    sums.effective = sums.effective.add(cents(row.effectiveCost()));
    sums.list = sums.list.add(cents(row.listCost()));
  }

  /** What services share has a pool of its own in the waterfall, without a service's name. */
  private void add(SavingsRow row) {
    if (!row.scope().equals("SERVICE") || !row.serviceName().isEmpty()) {
      return;
    }
    Sums sums = sums(Party.without("UNALLOCATED", currency(row.currency())));
    sums.savings = sums.savings.add(cents(row.waterfallMonthlySavings()));
    if (row.step() == 1) {
      sums.monthly = sums.monthly.add(cents(row.costBefore()));
    }
  }

  private Party party(ServiceKey key, String currency) {
    ServiceFinding finding = findings.get(key);
    if (finding == null) {
      return Party.without("NOT_SELECTED", currency(currency));
    }
    String owner = finding.service().owner();
    String costCentre = finding.bill().costCentre();
    return owner.isEmpty() && costCentre.isEmpty()
        ? Party.without("UNTAGGED", currency(currency))
        : new Party(currency(currency), "ALLOCATED", owner, costCentre);
  }

  /** A service that is not on the bill counts in the bill's currency. */
  private String currency(String given) {
    return given.isEmpty() && currencies.size() == 1 ? currencies.first() : given;
  }

  private Sums sums(Party party) {
    return parties.computeIfAbsent(party, absent -> new Sums());
  }

  private List<ShowbackRow> rows() {
    Map<String, BigDecimal> totals = new HashMap<>();
    parties.forEach((party, sums) -> totals.merge(party.currency, sums.effective, BigDecimal::add));
    List<ShowbackRow> rows = new ArrayList<>();
    parties.forEach(
        (party, sums) ->
            rows.add(
                new ShowbackRow(
                    party.owner,
                    party.costCentre,
                    party.allocation,
                    party.currency,
                    sums.services,
                    sums.billed,
                    sums.effective,
                    sums.list,
                    share(sums.effective, totals.getOrDefault(party.currency, BigDecimal.ZERO)),
                    sums.monthly,
                    sums.savings)));
    return rows;
  }

  private static @Nullable Double share(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? null
        : Double.valueOf(part.divide(whole, 6, HALF_EVEN).doubleValue());
  }

  /** The cents that the other table prints. */
  private static BigDecimal cents(double amount) {
    return TableColumns.rounded(amount, CENTS);
  }
}
