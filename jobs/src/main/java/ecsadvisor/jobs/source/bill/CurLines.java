package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lines of a Cost and Usage Report, legacy or 2.0, as canonical rows. What they cost is in {@link
 * CurCosts}.
 */
final class CurLines {
  private CurLines() {}

  static Dataset<Row> canonical(Dataset<Row> raw, BillConstants constants, List<String> tagKeys) {
    RawColumns columns = new RawColumns(raw.schema(), constants.emptyColumns());
    CurCosts costs = new CurCosts(columns);
    CurCommitments commitments = new CurCommitments(columns);
    List<Column> named = named(columns, constants, costs, tagKeys);
    named.addAll(commitments.named());
    return raw.select(named.toArray(new Column[0]))
        .withColumn(CurCosts.TYPE, ChargeTypes.code(col("type")))
        .withColumn(CurCosts.SPLIT, CurCosts.isSplit())
        .withColumn(CurCosts.RULE, costs.rule())
        .withColumn(CurCosts.AMORTIZED, costs.amortized())
        .withColumn(CurCosts.NET, costs.netAmortized())
        .withColumn(CurCosts.LIST, costs.list())
        .select(canonical(costs, commitments, tagKeys));
  }

  /** The columns that are used, under short names and in their types; no judgement yet. */
  private static List<Column> named(
      RawColumns raw, BillConstants constants, CurCosts costs, List<String> tagKeys) {
    List<Column> named = new ArrayList<>();
    named.add(constants.period(raw.time("bill_billing_period_start_date")).as("period"));
    named.add(constants.payer(raw.text("bill_payer_account_id")).as("payer"));
    named.add(raw.text("line_item_usage_account_id").as("account"));
    named.add(constants.currency(raw.text("line_item_currency_code")).as("currency"));
    named.add(raw.plain("line_item_product_code").as("product"));
    named.add(raw.plain("line_item_usage_type").as("usage_type"));
    named.add(raw.plain("line_item_operation").as("operation"));
    named.add(raw.plain("line_item_line_item_type").as("type"));
    named.add(raw.text("line_item_resource_id").as("resource"));
    named.add(region(raw).as("region"));
    named.add(raw.time("line_item_usage_start_date").as("start"));
    named.add(raw.time("line_item_usage_end_date").as("end"));
    named.add(
        (raw.declares("bill_invoice_id")
                ? raw.text("bill_invoice_id").isNotNull()
                : lit(null).cast("boolean"))
            .as("final"));
    named.add(raw.number("line_item_usage_amount").as("amount"));
    named.add(raw.text("split_line_item_parent_resource_id").as("parent"));
    named.add(raw.number("split_line_item_reserved_usage").as("reserved"));
    named.add(raw.number("split_line_item_actual_usage").as("actual"));
    named.addAll(costs.named());
    named.add(tag(raw, constants, "aws_ecs_cluster_name").as(CanonicalBill.TAG_CLUSTER));
    named.add(tag(raw, constants, "aws_ecs_service_name").as(CanonicalBill.TAG_SERVICE));
    Column isEcs = raw.plain("line_item_product_code").equalTo("AmazonECS");
    for (String key : tagKeys) {
      named.add(when(isEcs, tag(raw, constants, key)).as(CanonicalBill.tagColumn(key)));
    }
    return named;
  }

  private static Column[] canonical(
      CurCosts costs, CurCommitments commitments, List<String> tagKeys) {
    Column type = col("type");
    Column usage = col(CurCosts.TYPE).leq(ChargeTypes.FLAT_RATE_CODE);
    List<Column> result = new ArrayList<>();
    result.add(col("period").as(CanonicalBill.BILLING_PERIOD));
    result.add(col("payer").as(CanonicalBill.PAYER_ACCOUNT_ID));
    result.add(coalesce(col("account"), col("payer")).as(CanonicalBill.ACCOUNT_ID));
    result.add(Regions.of(col("region")).as(CanonicalBill.REGION));
    result.add(col("product").as(CanonicalBill.PRODUCT_CODE));
    result.add(col("usage_type").as(CanonicalBill.USAGE_TYPE));
    result.add(costs.hasSavingsPlan().as(CanonicalBill.HAS_SAVINGS_PLAN));
    result.add(costs.hasReservation().as(CanonicalBill.HAS_RESERVATION));
    result.add(UsageTypes.isSpot(col("usage_type")).as(CanonicalBill.IS_SPOT));
    result.add(when(col("operation").notEqual(""), col("operation")).as(CanonicalBill.OPERATION));
    result.add(type.as(CanonicalBill.CHARGE_TYPE));
    result.add(col("resource").as(CanonicalBill.RESOURCE_ID));
    result.add(col("start").as(CanonicalBill.INTERVAL_START));
    result.add(col("end").as(CanonicalBill.INTERVAL_END));
    result.add(col("final").as(CanonicalBill.INVOICE_FINAL));
    result.add(col("currency").as(CanonicalBill.CURRENCY));
    result.add(
        UsageTypes.amount(col("product"), usage, col("amount")).as(CanonicalBill.USAGE_AMOUNT));
    result.add(Units.money(col("unblended")).as(CanonicalBill.BILLED));
    result.add(Units.money(col(CurCosts.AMORTIZED)).as(CanonicalBill.EFFECTIVE));
    result.add(Units.money(col(CurCosts.NET)).as(CanonicalBill.NET_EFFECTIVE));
    result.add(Units.money(col(CurCosts.LIST)).as(CanonicalBill.LIST));
    result.add(costs.unused().as(CanonicalBill.UNUSED));
    result.add(Units.usage(col("reserved")).as(CanonicalBill.RESERVED_USAGE));
    result.add(Units.usage(col("actual")).as(CanonicalBill.ACTUAL_USAGE));
    result.add(col(CurCosts.SPLIT).as(CanonicalBill.IS_SPLIT));
    result.add(col("parent").as(CanonicalBill.PARENT_RESOURCE_ID));
    result.add(
        RawColumns.blankAsNull(col(CanonicalBill.TAG_CLUSTER)).as(CanonicalBill.TAG_CLUSTER));
    result.add(
        RawColumns.blankAsNull(col(CanonicalBill.TAG_SERVICE)).as(CanonicalBill.TAG_SERVICE));
    result.add(commitments.id().as(CanonicalBill.COMMITMENT_ID));
    result.add(commitments.terms().as(CanonicalBill.COMMITMENT_TERMS));
    result.add(Units.unreadable(col("unblended")).as(CanonicalBill.BAD_COST));
    result.add(col("start").isNull().as(CanonicalBill.BAD_TIME));
    for (String key : tagKeys) {
      String column = CanonicalBill.tagColumn(key);
      result.add(RawColumns.blankAsNull(col("`" + column + "`")).as(column));
    }
    return result.toArray(new Column[0]);
  }

  private static Column tag(RawColumns raw, BillConstants constants, String key) {
    return raw.entry("resource_tags", key, constants.spellings(key));
  }

  /** The region's column; the wide product map is read only where no flat column has it. */
  private static Column region(RawColumns raw) {
    if (raw.has("product_region_code") || raw.has("product_region")) {
      return raw.text("product_region_code", "product_region");
    }
    return RawColumns.blankAsNull(
        coalesce(
            raw.entry("product", "region_code", List.of("region_code")),
            raw.entry("product", "region", List.of("region"))));
  }
}
