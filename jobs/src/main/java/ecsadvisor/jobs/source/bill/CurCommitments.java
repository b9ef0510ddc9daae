package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;

/**
 * Which Savings Plan or reservation a line of a Cost and Usage Report belongs to, and on fee lines
 * its terms. Negations are left out: they have neither cost nor usage of their own.
 */
final class CurCommitments {
  private static final String PLAN = "savings_plan_savings_plan_a_r_n";
  private static final String RESERVATION = "reservation_reservation_a_r_n";

  private final RawColumns raw;

  CurCommitments(RawColumns raw) {
    this.raw = raw;
  }

  /** The columns that the terms need, those that the file fills. */
  List<Column> named() {
    List<Column> named = new ArrayList<>();
    filled().forEach(column -> named.add(raw.asIs(column).as(column)));
    return named;
  }

  /** The ARN. */
  Column id() {
    boolean plans = raw.has(PLAN);
    boolean reservations = raw.has(RESERVATION);
    if (!plans && !reservations) {
      return lit(null).cast("string");
    }
    Column arn = col(plans ? "sp_arn" : "ri_arn");
    if (plans && reservations) {
      arn = when(arn.notEqual(""), arn).otherwise(col("ri_arn"));
    }
    Column committed =
        col(CurCosts.TYPE)
            .isin(ChargeTypes.COVERED_CODE, ChargeTypes.DISCOUNTED_CODE, ChargeTypes.FEE_CODE)
            .or(isFee());
    return when(committed.and(arn.notEqual("")), arn);
  }

  /** The terms, on the fee lines of commitments. */
  Column terms() {
    if (!raw.has(PLAN) && !raw.has(RESERVATION)) {
      return lit(null).cast(CommitmentTerms.schema());
    }
    Column hours = expr("(unix_micros(end) - unix_micros(start)) div 3600000000");
    Map<String, Column> said = new TreeMap<>();
    filled().forEach(column -> said.put(column, col(column)));
    return when(isFee(), CommitmentTerms.column(hours, col("usage_type"), said));
  }

  private List<String> filled() {
    return CommitmentTerms.COLUMNS.stream().filter(raw::has).toList();
  }

  private static Column isFee() {
    return col(CurCosts.TYPE).isin(ChargeTypes.SP_FEE_CODE, ChargeTypes.RI_FEE_CODE);
  }
}
