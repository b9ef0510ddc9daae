package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.bill.CanonicalBill.ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CURRENCY;
import static ecsadvisor.jobs.source.bill.CanonicalBill.EFFECTIVE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.LIST;
import static ecsadvisor.jobs.source.bill.CanonicalBill.PAYER_ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.REGION;
import static org.apache.spark.sql.functions.col;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.models.fact.CommitmentUsage;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What commitments could cover and do cover, hour by hour, of ECS and of everything else. A bill by
 * the day or the month does not say in which hour usage took place and gives nothing here.
 */
public final class SpendCommitmentUsage {
  private static final List<String> KEYS =
      List.of(
          PAYER_ACCOUNT_ID,
          ACCOUNT_ID,
          REGION,
          SpendFacts.FAMILY,
          CURRENCY,
          SpendFacts.DAY,
          SpendFacts.PURCHASE_OPTION);

  static final Comparator<CommitmentUsage> ORDER =
      Comparator.comparing(CommitmentUsage::day)
          .thenComparing(CommitmentUsage::payerAccountId)
          .thenComparing(CommitmentUsage::accountId)
          .thenComparing(CommitmentUsage::region)
          .thenComparing(CommitmentUsage::family)
          .thenComparing(CommitmentUsage::purchaseOption)
          .thenComparing(CommitmentUsage::currency);

  private SpendCommitmentUsage() {}

  /**
   * One entry per payer, account, region, family, day and purchase option of folded lines ({@link
   * SpendFacts#fold}), sorted by day; runs an action. Days whose hours all cost nothing are left
   * out.
   */
  public static List<CommitmentUsage> of(Dataset<Row> folded) {
    RecordCodec<CommitmentUsage> codec = RecordCodec.of(CommitmentUsage.class);
    List<Column> sums = HourlySums.ofSums(HourlySums.LISTS);
    sums.addAll(HourlySums.ofSums(HourlySums.EFFECTIVES));
    return folded
        .where(col(SpendFacts.FAMILY).isNotNull())
        .groupBy(KEYS.stream().map(name -> col(name)).toArray(Column[]::new))
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(new Column[0]))
        .where(HourlySums.isKnown())
        .withColumn(LIST, HourlySums.list(HourlySums.LISTS))
        .withColumn(EFFECTIVE, HourlySums.list(HourlySums.EFFECTIVES))
        .select(codec.columns())
        .collectAsList()
        .stream()
        .map(codec::fromRow)
        .sorted(ORDER)
        .toList();
  }
}
