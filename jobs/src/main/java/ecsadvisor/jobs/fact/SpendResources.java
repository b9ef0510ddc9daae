package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.bill.CanonicalBill.ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.BILLED;
import static ecsadvisor.jobs.source.bill.CanonicalBill.BILLING_PERIOD;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CHARGE_TYPE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CURRENCY;
import static ecsadvisor.jobs.source.bill.CanonicalBill.EFFECTIVE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.LIST;
import static ecsadvisor.jobs.source.bill.CanonicalBill.PAYER_ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.REGION;
import static ecsadvisor.jobs.source.bill.CanonicalBill.USAGE_AMOUNT;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.jobs.source.bill.ChargeTypes;
import ecsadvisor.models.fact.ResourceSpend;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What load balancers, instances, volumes, repositories and NAT gateways cost, one by one. */
public final class SpendResources {
  private static final List<String> KEYS =
      List.of(
          BILLING_PERIOD,
          PAYER_ACCOUNT_ID,
          ACCOUNT_ID,
          REGION,
          SpendFacts.RESOURCE,
          SpendFacts.USAGE_KIND,
          SpendFacts.PURCHASE_OPTION,
          CURRENCY);

  static final Comparator<ResourceSpend> ORDER =
      Comparator.comparing(ResourceSpend::accountId)
          .thenComparing(ResourceSpend::region)
          .thenComparing(ResourceSpend::resourceId)
          .thenComparing(ResourceSpend::billingPeriod)
          .thenComparing(ResourceSpend::usageKind)
          .thenComparing(ResourceSpend::purchaseOption)
          .thenComparing(ResourceSpend::payerAccountId)
          .thenComparing(ResourceSpend::currency);

  private SpendResources() {}

  /**
   * One entry per resource, month, kind and purchase option of folded lines ({@link
   * SpendFacts#fold}), sorted; runs an action. Negotiated discounts, credits and the like that name
   * the resource are in entries of their own, whose option is NONE.
   */
  public static List<ResourceSpend> of(Dataset<Row> folded) {
    RecordCodec<ResourceSpend> codec = RecordCodec.of(ResourceSpend.class);
    return folded
        .where(
            col(SpendFacts.RESOURCE)
                .isNotNull()
                .and(not(SpendMeters.isMeter(col(SpendFacts.RESOURCE))))
                .and(col(CHARGE_TYPE).notEqual(ChargeTypes.SAVINGS_PLAN_NEGATION)))
        .withColumn(BILLED, SpendFacts.billedCost())
        .groupBy(KEYS.stream().map(name -> col(name)).toArray(Column[]::new))
        .agg(
            min(col(SpendFacts.DAY)).as("first_day"),
            max(col(SpendFacts.DAY)).as("last_day"),
            sum(col(USAGE_AMOUNT)).as(USAGE_AMOUNT),
            sum(col(BILLED)).as(BILLED),
            sum(col(EFFECTIVE)).as(EFFECTIVE),
            sum(col(LIST)).as(LIST))
        .withColumnRenamed(SpendFacts.RESOURCE, "resource_id")
        .select(codec.columns())
        .collectAsList()
        .stream()
        .map(codec::fromRow)
        .sorted(ORDER)
        .toList();
  }
}
