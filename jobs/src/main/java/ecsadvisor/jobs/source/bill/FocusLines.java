package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lines of AWS's FOCUS export (1.0 and 1.2) as canonical rows.
 *
 * <p>Costs are what the columns say: BilledCost, EffectiveCost (net of discounts, so the net figure
 * is the same), ListCost. The charge type is the CUR's word where the columns determine one:
 *
 * <pre>
 * Correction of any category                          Refund
 * Usage, used commitment                              SavingsPlanCoveredUsage, DiscountedUsage
 * Usage, unused commitment                            SavingsPlanRecurringFee, RIFee
 * Purchase of a commitment, recurring                 SavingsPlanRecurringFee, RIFee
 * Purchase of a commitment, once                      SavingsPlanUpfrontFee, Fee
 * other purchases                                     Fee
 * Usage, Tax, Credit, Adjustment                      the category itself
 * </pre>
 *
 * <p>FOCUS of AWS has no split cost: tasks on EC2 have no cost of their own here.
 */
final class FocusLines {
  private FocusLines() {}

  static Dataset<Row> canonical(Dataset<Row> raw, BillConstants constants, List<String> tagKeys) {
    RawColumns columns = new RawColumns(raw.schema(), constants.emptyColumns());
    return raw.select(named(columns, constants, tagKeys))
        .withColumn("type", chargeType())
        .select(canonical(tagKeys));
  }

  private static Column[] named(RawColumns raw, BillConstants constants, List<String> tagKeys) {
    List<Column> named = new ArrayList<>();
    named.add(constants.period(raw.time("BillingPeriodStart")).as("period"));
    named.add(constants.payer(raw.text("BillingAccountId")).as("payer"));
    named.add(raw.text("SubAccountId").as("account"));
    named.add(constants.currency(raw.text("BillingCurrency")).as("currency"));
    named.add(product(raw).as("product"));
    named.add(coalesce(raw.text("SkuMeter", "x_UsageType"), lit("")).as("usage_type"));
    named.add(raw.text("x_Operation").as("operation"));
    named.add(raw.plain("ChargeCategory").as("category"));
    named.add(raw.plain("ChargeClass").as("class"));
    named.add(raw.plain("ChargeFrequency").as("frequency"));
    named.add(raw.text("CommitmentDiscountId").isNotNull().as("committed"));
    named.add(
        coalesce(raw.text("CommitmentDiscountType", "CommitmentDiscountCategory"), lit(""))
            .as("commitment"));
    named.add(raw.text("CommitmentDiscountId").as("commitment_id"));
    named.add(raw.plain("CommitmentDiscountStatus").as("status"));
    named.add(raw.plain("PricingCategory").as("pricing"));
    named.add(raw.text("ResourceId").as("resource"));
    named.add(raw.text("RegionId").as("region"));
    named.add(raw.time("ChargePeriodStart").as("start"));
    named.add(raw.time("ChargePeriodEnd").as("end"));
    named.add(
        (raw.declares("InvoiceId") ? raw.text("InvoiceId").isNotNull() : lit(null).cast("boolean"))
            .as("final"));
    named.add(raw.number("ConsumedQuantity").as("amount"));
    named.add(raw.number("BilledCost").as("billed"));
    named.add(raw.number("EffectiveCost").as("effective"));
    named.add(raw.number("ListCost").as("list"));
    named.add(tag(raw, constants, "aws_ecs_cluster_name").as(CanonicalBill.TAG_CLUSTER));
    named.add(tag(raw, constants, "aws_ecs_service_name").as(CanonicalBill.TAG_SERVICE));
    Column isEcs = product(raw).equalTo("AmazonECS");
    for (String key : tagKeys) {
      named.add(when(isEcs, tag(raw, constants, key)).as(CanonicalBill.tagColumn(key)));
    }
    return named.toArray(new Column[0]);
  }

  private static Column chargeType() {
    Column usage = col("category").equalTo("Usage");
    Column purchase = col("category").equalTo("Purchase");
    Column unused = col("status").equalTo("Unused");
    Column savingsPlan =
        col("commitment")
            .contains("Savings")
            .or(coalesce(col("commitment_id").contains(":savingsplans:"), lit(false)));
    Column recurring =
        when(savingsPlan, ChargeTypes.SAVINGS_PLAN_RECURRING_FEE).otherwise(ChargeTypes.RI_FEE);
    return when(col("class").equalTo("Correction"), ChargeTypes.REFUND)
        .when(
            usage.and(col("committed")),
            when(unused, recurring)
                .when(savingsPlan, ChargeTypes.SAVINGS_PLAN_COVERED_USAGE)
                .otherwise(ChargeTypes.DISCOUNTED_USAGE))
        .when(
            purchase.and(col("committed")),
            when(not(col("frequency").equalTo("One-Time")), recurring)
                .when(savingsPlan, ChargeTypes.SAVINGS_PLAN_UPFRONT_FEE)
                .otherwise(ChargeTypes.FEE))
        .when(purchase, ChargeTypes.FEE)
        .otherwise(col("category"));
  }

  private static Column[] canonical(List<String> tagKeys) {
    Column type = col("type");
    Column usage = ChargeTypes.isUsage(type);
    List<Column> result = new ArrayList<>();
    result.add(col("period").as(CanonicalBill.BILLING_PERIOD));
    result.add(col("payer").as(CanonicalBill.PAYER_ACCOUNT_ID));
    result.add(coalesce(col("account"), col("payer")).as(CanonicalBill.ACCOUNT_ID));
    result.add(Regions.of(col("region")).as(CanonicalBill.REGION));
    result.add(col("product").as(CanonicalBill.PRODUCT_CODE));
    result.add(col("usage_type").as(CanonicalBill.USAGE_TYPE));
    result.add(
        type.equalTo(ChargeTypes.SAVINGS_PLAN_COVERED_USAGE).as(CanonicalBill.HAS_SAVINGS_PLAN));
    result.add(type.equalTo(ChargeTypes.DISCOUNTED_USAGE).as(CanonicalBill.HAS_RESERVATION));
    result.add(
        col("pricing")
            .equalTo("Dynamic")
            .or(UsageTypes.isSpot(col("usage_type")))
            .as(CanonicalBill.IS_SPOT));
    result.add(col("operation").as(CanonicalBill.OPERATION));
    result.add(type.as(CanonicalBill.CHARGE_TYPE));
    result.add(col("resource").as(CanonicalBill.RESOURCE_ID));
    result.add(col("start").as(CanonicalBill.INTERVAL_START));
    result.add(col("end").as(CanonicalBill.INTERVAL_END));
    result.add(col("final").as(CanonicalBill.INVOICE_FINAL));
    result.add(col("currency").as(CanonicalBill.CURRENCY));
    result.add(
        UsageTypes.amount(col("product"), usage, col("amount")).as(CanonicalBill.USAGE_AMOUNT));
    Column effective = coalesce(col("effective"), col("billed"));
    result.add(Units.money(col("billed")).as(CanonicalBill.BILLED));
    result.add(Units.money(effective).as(CanonicalBill.EFFECTIVE));
    result.add(Units.money(effective).as(CanonicalBill.NET_EFFECTIVE));
    result.add(Units.money(col("list")).as(CanonicalBill.LIST));
    result.add(lit(0L).as(CanonicalBill.UNUSED));
    result.add(lit(0L).as(CanonicalBill.RESERVED_USAGE));
    result.add(lit(0L).as(CanonicalBill.ACTUAL_USAGE));
    result.add(lit(false).as(CanonicalBill.IS_SPLIT));
    result.add(lit(null).cast("string").as(CanonicalBill.PARENT_RESOURCE_ID));
    result.add(
        RawColumns.blankAsNull(col(CanonicalBill.TAG_CLUSTER)).as(CanonicalBill.TAG_CLUSTER));
    result.add(
        RawColumns.blankAsNull(col(CanonicalBill.TAG_SERVICE)).as(CanonicalBill.TAG_SERVICE));
    result.add(col("commitment_id").as(CanonicalBill.COMMITMENT_ID));
    result.add(terms().as(CanonicalBill.COMMITMENT_TERMS));
    result.add(Units.unreadable(col("billed")).as(CanonicalBill.BAD_COST));
    result.add(col("start").isNull().as(CanonicalBill.BAD_TIME));
    for (String key : tagKeys) {
      String column = CanonicalBill.tagColumn(key);
      result.add(RawColumns.blankAsNull(col("`" + column + "`")).as(column));
    }
    return result.toArray(new Column[0]);
  }

  /**
   * A plan's unused part and its purchase are lines of the same hour: the purchase counts the
   * hours. Of the terms FOCUS has only what the usage type says.
   */
  private static Column terms() {
    Column hours =
        when(
                col("category").equalTo("Purchase"),
                expr("(unix_micros(end) - unix_micros(start)) div 3600000000"))
            .otherwise(0L);
    return when(
        col("type").isin(ChargeTypes.SAVINGS_PLAN_RECURRING_FEE, ChargeTypes.RI_FEE),
        CommitmentTerms.column(
            hours, col("usage_type"), Map.of("savings_plan_offering_type", col("commitment"))));
  }

  /** The product code; where the export left it out, the codes of the services that matter. */
  private static Column product(RawColumns raw) {
    if (raw.has("x_ServiceCode")) {
      return coalesce(raw.text("x_ServiceCode"), lit(""));
    }
    Column name = raw.text("ServiceName");
    return when(name.contains("Kubernetes"), "AmazonEKS")
        .when(name.contains("Elastic Container Service"), "AmazonECS")
        .when(name.contains("Elastic Compute Cloud"), "AmazonEC2")
        .when(name.contains("Elastic Container Registry"), "AmazonECR")
        .when(name.contains("Elastic Load Balancing"), "AWSELB")
        .when(name.contains("Virtual Private Cloud"), "AmazonVPC")
        .when(name.contains("CloudWatch"), "AmazonCloudWatch")
        .when(name.contains("Lambda"), "AWSLambda")
        .otherwise(coalesce(name, lit("")));
  }

  private static Column tag(RawColumns raw, BillConstants constants, String key) {
    return raw.entry("Tags", key, constants.spellings(key));
  }
}
