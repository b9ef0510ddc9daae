package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.bill.CanonicalBill.ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CHARGE_TYPE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.COMMITMENT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.COMMITMENT_TERMS;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CURRENCY;
import static ecsadvisor.jobs.source.bill.CanonicalBill.EFFECTIVE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.PAYER_ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.REGION;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import ecsadvisor.models.fact.Commitment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The Savings Plans and reservations that the bill shows, from their fees and what they cover. */
public final class SpendCommitments {
  private static final List<String> KEYS =
      List.of(
          COMMITMENT_ID,
          PAYER_ACCOUNT_ID,
          ACCOUNT_ID,
          REGION,
          CURRENCY,
          CHARGE_TYPE,
          COMMITMENT_TERMS,
          SpendFacts.FAMILY);

  static final Comparator<Commitment> ORDER =
      Comparator.comparing(Commitment::payerAccountId)
          .thenComparing(Commitment::accountId)
          .thenComparing(Commitment::id)
          .thenComparing(Commitment::currency);

  private SpendCommitments() {}

  /**
   * The commitments of folded lines ({@link SpendFacts#fold}), sorted; runs an action.
   *
   * <pre>
   * used      = effective cost of the usage that it covers
   * committed = used + effective cost of its recurring fees, which is what was not used
   * hourly    = committed / hours
   * </pre>
   *
   * <p>A bill that shows the usage but not the fees (a member account's) has the used part only,
   * over the hours of the days with usage.
   */
  public static List<Commitment> of(Dataset<Row> folded) {
    Map<List<String>, CommitmentSum> sums = new TreeMap<>(byText());
    for (Row row : rows(folded)) {
      List<String> key = List.of(row.getString(0), row.getString(1), row.getString(4));
      sums.computeIfAbsent(key, id -> new CommitmentSum(id.get(0), id.get(1), id.get(2))).add(row);
    }
    List<Commitment> commitments = new ArrayList<>();
    sums.values().forEach(sum -> commitments.add(sum.commitment()));
    commitments.sort(ORDER);
    return List.copyOf(commitments);
  }

  private static List<Row> rows(Dataset<Row> folded) {
    return folded
        .where(col(COMMITMENT_ID).isNotNull())
        .groupBy(KEYS.stream().map(name -> col(name)).toArray(Column[]::new))
        .agg(
            sum(col(SpendFacts.LINES)).as(SpendFacts.LINES),
            sum(col(EFFECTIVE)).as(EFFECTIVE),
            min(col(SpendFacts.DAY)).as("first_day"),
            max(col(SpendFacts.DAY)).as("last_day"))
        .collectAsList();
  }

  private static Comparator<List<String>> byText() {
    return Comparator.<List<String>, String>comparing(key -> key.get(0))
        .thenComparing(key -> key.get(1))
        .thenComparing(key -> key.get(2));
  }
}
