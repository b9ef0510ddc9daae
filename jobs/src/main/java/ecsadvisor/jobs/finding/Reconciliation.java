package ecsadvisor.jobs.finding;

import static java.util.stream.Collectors.groupingBy;

import ecsadvisor.jobs.fact.LedgerEntry;
import ecsadvisor.jobs.source.bill.ObservedTotals;
import ecsadvisor.jobs.table.AllocationRow;
import ecsadvisor.jobs.table.ReconciliationRow;
import ecsadvisor.models.fact.Attribution;
import ecsadvisor.models.fact.MoneyUnits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where every cent of the bill went.
 *
 * <p>The billed total of each period, payer, account, charge type and currency is rounded to cents
 * once, half to even, and its cents are apportioned to services, clusters and the rest by largest
 * remainder. So the allocation adds up to the reconciliation, and that to the bill, exactly.
 *
 * <p>The other costs of the allocation add up to the bill's amortized cost, too: what an overlay
 * gives to a service on EC2 is taken from its cluster's {@code CLUSTER_ONLY} row, which thereby
 * shows what the cluster's instances cost beyond its tasks.
 *
 * @param rows reconciliation.csv
 * @param allocations allocation.csv
 */
public record Reconciliation(List<ReconciliationRow> rows, List<AllocationRow> allocations) {
  private static final int CENT_DECIMALS = 2;

  public Reconciliation {
    rows = List.copyOf(rows);
    allocations = List.copyOf(allocations);
  }

  /**
   * Reconciles the ledger with what was observed while the bill was read.
   *
   * @throws ReconciliationFailed when a period's number of lines or billed cost is not what was
   *     observed, or cents were lost
   */
  public static Reconciliation of(List<LedgerEntry> entries, List<ObservedTotals> observed) {
    compare(entries, observed);
    Map<Total, List<LedgerEntry>> byTotal =
        entries.stream()
            .collect(
                groupingBy(Total::of, LinkedHashMap::new, java.util.stream.Collectors.toList()));
    List<ReconciliationRow> rows = new ArrayList<>();
    List<AllocationRow> allocations = new ArrayList<>();
    byTotal.forEach(
        (total, parts) -> {
          List<Share> shares = Share.of(parts);
          BigDecimal billed =
              shares.stream().map(share -> share.billed).reduce(BigDecimal.ZERO, BigDecimal::add);
          BigDecimal cents = billed.setScale(CENT_DECIMALS, RoundingMode.HALF_EVEN);
          apportion(shares, cents);
          rows.add(row(total, cents, shares));
          shares.forEach(share -> allocations.add(share.row(total)));
        });
    return new Reconciliation(rows, allocations);
  }

  private static void compare(List<LedgerEntry> entries, List<ObservedTotals> observed) {
    Map<String, Long> lines = new TreeMap<>();
    Map<String, BigDecimal> billed = new TreeMap<>();
    for (LedgerEntry entry : entries) {
      lines.merge(entry.billingPeriod(), entry.lines(), Math::addExact);
      billed.merge(entry.billingPeriod(), entry.billed(), BigDecimal::add);
    }
    for (ObservedTotals total : observed) {
      String period = total.billingPeriod();
      Long foldedLines = lines.remove(period);
      BigDecimal foldedBilled = billed.getOrDefault(period, BigDecimal.ZERO);
      BigDecimal readBilled = MoneyUnits.toDecimal(total.billed());
      if ((foldedLines == null ? 0 : foldedLines) != total.lines()
          || foldedBilled.compareTo(readBilled) != 0) {
        throw new ReconciliationFailed(
            "Bill %s: %d lines and %s were read, but %d lines and %s were allocated"
                .formatted(
                    period,
                    total.lines(),
                    readBilled.toPlainString(),
                    foldedLines == null ? 0 : foldedLines,
                    foldedBilled.toPlainString()));
      }
    }
    if (!lines.isEmpty()) {
      throw new ReconciliationFailed(
          "Bill %s: allocated, but not seen when the bill was read".formatted(lines.keySet()));
    }
  }

  /** Gives each share its cents: rounded down, then one more to those that lost most. */
  private static void apportion(List<Share> shares, BigDecimal total) {
    BigDecimal given = BigDecimal.ZERO.setScale(CENT_DECIMALS);
    List<Share> byRemainder = new ArrayList<>(shares);
    for (Share share : shares) {
      share.cents = share.billed.setScale(CENT_DECIMALS, RoundingMode.FLOOR);
      given = given.add(share.cents);
    }
    byRemainder.sort((a, b) -> b.remainder().compareTo(a.remainder()));
    BigDecimal cent = BigDecimal.ONE.movePointLeft(CENT_DECIMALS);
    int missing = total.subtract(given).movePointRight(CENT_DECIMALS).intValueExact();
    for (Share share : byRemainder.subList(0, missing)) {
      share.cents = share.cents.add(cent);
    }
  }

  private static ReconciliationRow row(Total total, BigDecimal cents, List<Share> shares) {
    BigDecimal services = BigDecimal.ZERO.setScale(CENT_DECIMALS);
    BigDecimal clusters = services;
    BigDecimal otherEcs = services;
    BigDecimal notEcs = services;
    for (Share share : shares) {
      switch (share.place.attribution) {
        case SERVICE_TAG, TASK_ARN -> services = services.add(share.cents);
        case CLUSTER_ONLY -> clusters = clusters.add(share.cents);
        case OTHER_ECS -> otherEcs = otherEcs.add(share.cents);
        case NOT_ECS -> notEcs = notEcs.add(share.cents);
      }
    }
    BigDecimal difference =
        cents.subtract(services).subtract(clusters).subtract(otherEcs).subtract(notEcs);
    if (difference.signum() != 0) {
      throw new ReconciliationFailed("%s: %s were not allocated".formatted(total, difference));
    }
    return new ReconciliationRow(
        total.billingPeriod,
        total.payerAccountId,
        total.accountId,
        total.chargeType,
        total.currency,
        cents,
        services,
        clusters,
        otherEcs,
        notEcs,
        difference);
  }

  /** What one row of reconciliation.csv is about. */
  private record Total(
      String billingPeriod,
      String payerAccountId,
      String accountId,
      String chargeType,
      String currency) {
    static Total of(LedgerEntry entry) {
      return new Total(
          entry.billingPeriod(),
          entry.payerAccountId(),
          entry.accountId(),
          entry.chargeType(),
          entry.currency());
    }
  }

  /** Who carries a share. */
  private record Place(
      String region, String clusterName, String serviceName, Attribution attribution)
      implements Comparable<Place> {
    static Place of(LedgerEntry entry) {
      return new Place(
          entry.region(), entry.clusterName(), entry.serviceName(), entry.attribution());
    }

    Place cluster() {
      return clusterName.isEmpty()
          ? this
          : new Place(region, clusterName, "", Attribution.CLUSTER_ONLY);
    }

    @Override
    public int compareTo(Place other) {
      return java.util.Comparator.comparing(Place::region)
          .thenComparing(Place::clusterName)
          .thenComparing(Place::serviceName)
          .thenComparing(Place::attribution)
          .compare(this, other);
    }
  }

  /** One place's share of a total. */
  private static final class Share {
    private final Place place;
    private long lines;
    private BigDecimal billed = BigDecimal.ZERO;
    private BigDecimal effective = BigDecimal.ZERO;
    private BigDecimal netEffective = BigDecimal.ZERO;
    private BigDecimal list = BigDecimal.ZERO;
    private BigDecimal unused = BigDecimal.ZERO;
    private BigDecimal cents = BigDecimal.ZERO;

    private Share(Place place) {
      this.place = place;
    }

    static List<Share> of(List<LedgerEntry> entries) {
      Map<Place, Share> shares = new TreeMap<>();
      for (LedgerEntry entry : entries) {
        Share share = shares.computeIfAbsent(Place.of(entry), Share::new);
        share.lines += entry.lines();
        share.billed = share.billed.add(entry.billed());
        share.unused = share.unused.add(entry.unused());
        share.addCosts(entry, BigDecimal.ONE);
        if (entry.overlay()) {
          shares
              .computeIfAbsent(share.place.cluster(), Share::new)
              .addCosts(entry, BigDecimal.ONE.negate());
        }
      }
      return List.copyOf(shares.values());
    }

    private void addCosts(LedgerEntry entry, BigDecimal sign) {
      effective = effective.add(entry.effective().multiply(sign));
      netEffective = netEffective.add(entry.netEffective().multiply(sign));
      list = list.add(entry.list().multiply(sign));
    }

    private BigDecimal remainder() {
      return billed.subtract(cents);
    }

    private AllocationRow row(Total total) {
      return new AllocationRow(
          total.billingPeriod,
          total.payerAccountId,
          total.accountId,
          total.chargeType,
          total.currency,
          place.region,
          place.clusterName,
          place.serviceName,
          place.attribution.name(),
          lines,
          cents,
          effective.doubleValue(),
          netEffective.doubleValue(),
          list.doubleValue(),
          unused.doubleValue());
    }
  }
}
