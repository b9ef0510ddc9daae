package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.bill.CanonicalBill.ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.BILLED;
import static ecsadvisor.jobs.source.bill.CanonicalBill.BILLING_PERIOD;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CHARGE_TYPE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CURRENCY;
import static ecsadvisor.jobs.source.bill.CanonicalBill.EFFECTIVE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.IS_SPLIT;
import static ecsadvisor.jobs.source.bill.CanonicalBill.LIST;
import static ecsadvisor.jobs.source.bill.CanonicalBill.NET_EFFECTIVE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.PAYER_ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.REGION;
import static ecsadvisor.jobs.source.bill.CanonicalBill.UNUSED;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import ecsadvisor.jobs.source.bill.ChargeTypes;
import ecsadvisor.models.fact.Attribution;
import ecsadvisor.models.fact.MoneyUnits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The whole bill in a few thousand entries: every line of every account is in exactly one.
 *
 * @param entries the entries, sorted by their names
 */
public record SpendLedger(List<LedgerEntry> entries) {
  private static final List<String> KEYS =
      List.of(
          BILLING_PERIOD,
          PAYER_ACCOUNT_ID,
          ACCOUNT_ID,
          CHARGE_TYPE,
          CURRENCY,
          REGION,
          SpendFacts.CLUSTER_NAME,
          SpendFacts.SERVICE_NAME,
          SpendFacts.ATTRIBUTION,
          IS_SPLIT);

  private static final List<String> SUMS =
      List.of(SpendFacts.LINES, BILLED, EFFECTIVE, NET_EFFECTIVE, LIST, UNUSED);

  private static final Comparator<LedgerEntry> ORDER =
      Comparator.comparing(LedgerEntry::billingPeriod)
          .thenComparing(LedgerEntry::payerAccountId)
          .thenComparing(LedgerEntry::accountId)
          .thenComparing(LedgerEntry::chargeType)
          .thenComparing(LedgerEntry::currency)
          .thenComparing(LedgerEntry::region)
          .thenComparing(LedgerEntry::clusterName)
          .thenComparing(LedgerEntry::serviceName)
          .thenComparing(LedgerEntry::attribution)
          .thenComparing(LedgerEntry::overlay);

  public SpendLedger {
    entries = entries.stream().sorted(ORDER).toList();
  }

  /** The ledger of folded lines ({@link SpendFacts#fold}); runs an action. */
  public static SpendLedger of(Dataset<Row> folded) {
    Column[] sums =
        SUMS.stream().skip(1).map(name -> sum(col(name)).as(name)).toArray(Column[]::new);
    List<Row> rows =
        folded
            .groupBy(KEYS.stream().map(name -> col(name)).toArray(Column[]::new))
            .agg(sum(col(SUMS.get(0))).as(SUMS.get(0)), sums)
            .collectAsList();
    List<LedgerEntry> entries = new ArrayList<>(rows.size());
    for (Row row : rows) {
      entries.add(
          new LedgerEntry(
              text(row, 0),
              text(row, 1),
              text(row, 2),
              text(row, 3),
              text(row, 4),
              text(row, 5),
              text(row, 6),
              text(row, 7),
              Attribution.valueOf(row.getString(8)),
              row.getBoolean(9),
              row.getLong(10),
              money(row, 11),
              money(row, 12),
              money(row, 13),
              money(row, 14),
              money(row, 15)));
    }
    return new SpendLedger(entries);
  }

  /** Currency codes of the entries; a bill has one. */
  public SortedSet<String> currencies() {
    SortedSet<String> currencies = new TreeSet<>();
    entries.forEach(entry -> currencies.add(entry.currency()));
    return currencies;
  }

  /** Line item types that no rule is documented for; they cost what they are billed. */
  public SortedSet<String> unknownChargeTypes() {
    SortedSet<String> unknown = new TreeSet<>();
    for (LedgerEntry entry : entries) {
      if (!ChargeTypes.isKnown(entry.chargeType())) {
        unknown.add(entry.chargeType());
      }
    }
    return unknown;
  }

  private static String text(Row row, int column) {
    return row.isNullAt(column) ? "" : row.getString(column);
  }

  private static BigDecimal money(Row row, int column) {
    return MoneyUnits.toDecimal(row.getLong(column));
  }
}
