package ecsadvisor.jobs.generate.bill;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * An export of AWS's table FOCUS_1_2_AWS: the same charges in the words of FOCUS, without split
 * cost columns. A Savings Plan's negation lines do not exist there; the covered usage is billed 0.
 */
final class FocusLayout implements Layout {
  private static final String EXPORT = "larkspur-focus";

  @Override
  public List<Column> columns(String payerId, String payerName, List<String> lineColumns) {
    Column type = col("line_type");
    Column covered = type.isin("SavingsPlanCoveredUsage", "DiscountedUsage");
    Column usageLine = covered.or(type.equalTo(lit("Usage")));
    Column fee = type.isin("SavingsPlanRecurringFee", "RIFee");
    Column purchase = type.isin("SavingsPlanUpfrontFee", "Fee").or(fee);
    Column billed = coalesce(col("line_item_net_unblended_cost"), col("line_item_unblended_cost"));
    Column planUnused =
        col("savings_plan_total_commitment_to_date").minus(col("savings_plan_used_commitment"));
    Column reservationUnused =
        col("reservation_unused_amortized_upfront_fee_for_billing_period")
            .plus(col("reservation_unused_recurring_fee"));
    Column commitment =
        when(col("savings_plan_arn").notEqual(lit("")), col("savings_plan_arn"))
            .when(col("reservation_arn").notEqual(lit("")), col("reservation_arn"));
    Column upfront =
        type.equalTo(lit("SavingsPlanUpfrontFee"))
            .or(type.equalTo(lit("Fee")).and(col("reservation_arn").notEqual(lit(""))));
    return List.of(
        text("zone").as("AvailabilityZone"),
        when(covered, lit(0.0)).otherwise(billed).as("BilledCost"),
        lit(payerId).as("BillingAccountId"),
        lit(payerName).as("BillingAccountName"),
        lit("USD").as("BillingCurrency"),
        col("bill_billing_period_end_date").as("BillingPeriodEnd"),
        col("bill_billing_period_start_date").as("BillingPeriodStart"),
        when(purchase, lit("Purchase"))
            .when(type.equalTo(lit("Tax")), lit("Tax"))
            .when(type.equalTo(lit("Credit")), lit("Credit"))
            .when(type.equalTo(lit("EdpDiscount")), lit("Adjustment"))
            .otherwise(lit("Usage"))
            .as("ChargeCategory"),
        when(type.equalTo(lit("Refund")), lit("Correction")).as("ChargeClass"),
        col("description").as("ChargeDescription"),
        when(upfront, lit("One-Time"))
            .when(purchase, lit("Recurring"))
            .otherwise(lit("Usage-Based"))
            .as("ChargeFrequency"),
        col("line_item_usage_end_date").as("ChargePeriodEnd"),
        col("line_item_usage_start_date").as("ChargePeriodStart"),
        commitment.as("CommitmentDiscountId"),
        when(covered.and(commitment.isNotNull()), lit("Used"))
            .when(
                fee.and(coalesce(planUnused, reservationUnused, lit(0.0)).gt(lit(0.0))),
                lit("Unused"))
            .as("CommitmentDiscountStatus"),
        when(usageLine, col("line_item_usage_amount")).as("ConsumedQuantity"),
        when(usageLine, text("unit")).as("ConsumedUnit"),
        col("pricing_public_on_demand_cost").as("ContractedCost"),
        when(upfront, lit(0.0))
            .otherwise(
                coalesce(
                    col("savings_plan_savings_plan_effective_cost"),
                    col("reservation_effective_cost"),
                    planUnused,
                    reservationUnused,
                    billed))
            .as("EffectiveCost"),
        text("bill_invoice_id").as("InvoiceId"),
        lit("AWS").as("InvoiceIssuerName"),
        col("pricing_public_on_demand_cost").as("ListCost"),
        when(covered, lit("Committed"))
            .when(col("usage_type").contains("SpotUsage"), lit("Dynamic"))
            .when(usageLine, lit("Standard"))
            .as("PricingCategory"),
        col("line_item_usage_amount").as("PricingQuantity"),
        text("unit").as("PricingUnit"),
        lit("AWS").as("ProviderName"),
        lit("Amazon Web Services, Inc.").as("PublisherName"),
        text("region").as("RegionId"),
        text("location").as("RegionName"),
        text("resource_id").as("ResourceId"),
        col("product_name").as("ServiceName"),
        text("product_family").as("ServiceSubcategory"),
        text("usage_type").as("SkuMeter"),
        col("account_id").as("SubAccountId"),
        col("account_name").as("SubAccountName"),
        col("tags").as("Tags"),
        when(
                col("discount_total_discount").isNotNull(),
                map(lit("edp_discount"), col("discount_total_discount")))
            .as("x_Discounts"),
        text("operation").as("x_Operation"),
        col("product_code").as("x_ServiceCode"));
  }

  private static Column text(String name) {
    return when(col(name).notEqual(lit("")), col(name));
  }

  @Override
  public String dataFolder(YearMonth month) {
    return "data/BILLING_PERIOD=" + month;
  }

  @Override
  public String manifest(YearMonth month) {
    return "metadata/BILLING_PERIOD=" + month + "/" + EXPORT + "-Manifest.json";
  }

  @Override
  public String fileStem() {
    return EXPORT;
  }

  @Override
  public void describe(
      ObjectNode manifest, YearMonth month, String executionId, List<String> files) {
    Cur2Layout.exportManifest(manifest, month, executionId, files, EXPORT, "FOCUS_1_2_AWS");
  }
}
