package ecsadvisor.jobs.generate.bill;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * The columns of a CUR 2.0 export with resource ids and split cost allocation data, in AWS's
 * (alphabetical) order, each as an expression over {@link BillLines}. What a line does not have is
 * null.
 */
final class CurColumns {
  private static final String NAMES =
      """
      bill_bill_type bill_billing_entity bill_billing_period_end_date
      bill_billing_period_start_date bill_invoice_id bill_invoicing_entity bill_payer_account_id
      bill_payer_account_name cost_category discount discount_bundled_discount
      discount_total_discount identity_line_item_id identity_time_interval
      line_item_availability_zone line_item_blended_cost line_item_blended_rate
      line_item_currency_code line_item_legal_entity line_item_line_item_description
      line_item_line_item_type line_item_net_unblended_cost line_item_net_unblended_rate
      line_item_normalization_factor line_item_normalized_usage_amount line_item_operation
      line_item_product_code line_item_resource_id line_item_tax_type line_item_unblended_cost
      line_item_unblended_rate line_item_usage_account_id line_item_usage_account_name
      line_item_usage_amount line_item_usage_end_date line_item_usage_start_date
      line_item_usage_type pricing_currency pricing_lease_contract_length pricing_offering_class
      pricing_public_on_demand_cost pricing_public_on_demand_rate pricing_purchase_option
      pricing_rate_code pricing_rate_id pricing_term pricing_unit product product_comment
      product_fee_code product_fee_description product_from_location product_from_location_type
      product_from_region_code product_instance_family product_instance_type product_instancesku
      product_location product_location_type product_operation product_pricing_unit
      product_product_family product_region_code product_servicecode product_sku
      product_to_location product_to_location_type product_to_region_code product_usagetype
      reservation_amortized_upfront_cost_for_usage
      reservation_amortized_upfront_fee_for_billing_period reservation_availability_zone
      reservation_effective_cost reservation_end_time reservation_modification_status
      reservation_net_amortized_upfront_cost_for_usage
      reservation_net_amortized_upfront_fee_for_billing_period reservation_net_effective_cost
      reservation_net_recurring_fee_for_usage
      reservation_net_unused_amortized_upfront_fee_for_billing_period
      reservation_net_unused_recurring_fee reservation_net_upfront_value
      reservation_normalized_units_per_reservation reservation_number_of_reservations
      reservation_recurring_fee_for_usage reservation_reservation_a_r_n reservation_start_time
      reservation_subscription_id reservation_total_reserved_normalized_units
      reservation_total_reserved_units reservation_units_per_reservation
      reservation_unused_amortized_upfront_fee_for_billing_period
      reservation_unused_normalized_unit_quantity reservation_unused_quantity
      reservation_unused_recurring_fee reservation_upfront_value resource_tags
      savings_plan_amortized_upfront_commitment_for_billing_period savings_plan_end_time
      savings_plan_instance_type_family
      savings_plan_net_amortized_upfront_commitment_for_billing_period
      savings_plan_net_recurring_commitment_for_billing_period
      savings_plan_net_savings_plan_effective_cost savings_plan_offering_type
      savings_plan_payment_option savings_plan_purchase_term
      savings_plan_recurring_commitment_for_billing_period savings_plan_region
      savings_plan_savings_plan_a_r_n savings_plan_savings_plan_effective_cost
      savings_plan_savings_plan_rate savings_plan_start_time
      savings_plan_total_commitment_to_date savings_plan_used_commitment
      split_line_item_actual_usage split_line_item_net_split_cost split_line_item_net_unused_cost
      split_line_item_parent_resource_id split_line_item_public_on_demand_split_cost
      split_line_item_public_on_demand_unused_cost split_line_item_reserved_usage
      split_line_item_split_cost split_line_item_split_usage split_line_item_split_usage_ratio
      split_line_item_unused_cost
      """;

  private CurColumns() {}

  /** All names in order. */
  static List<String> names() {
    return List.of(NAMES.strip().split("\\s+"));
  }

  /** The columns for the lines of an organisation that pays through this account. */
  static List<Column> columns(String payerId, String payerName, List<String> lineColumns) {
    Map<String, Column> expressions = expressions(payerId, payerName);
    List<Column> columns = new ArrayList<>();
    for (String name : names()) {
      if (expressions.containsKey(name)) {
        columns.add(expressions.getOrDefault(name, lit(null)).as(name));
      } else if (lineColumns.contains(name)) {
        columns.add(col(name));
      } else {
        columns.add(lit(null).cast(type(name)).as(name));
      }
    }
    return columns;
  }

  private static Map<String, Column> expressions(String payerId, String payerName) {
    Map<String, Column> found = new LinkedHashMap<>();
    found.put("bill_bill_type", col("bill_type"));
    found.put("bill_billing_entity", lit("AWS"));
    found.put("bill_invoicing_entity", lit("Amazon Web Services, Inc."));
    found.put("bill_payer_account_id", lit(payerId));
    found.put("bill_payer_account_name", lit(payerName));
    found.put("cost_category", lit(null).cast("map<string,string>"));
    found.put(
        "discount",
        when(
            col("discount_total_discount").isNotNull(),
            map(lit("edp_discount"), col("discount_total_discount"))));
    found.put("line_item_availability_zone", text("zone"));
    found.put("line_item_blended_rate", col("unblended_rate").cast("string"));
    found.put("line_item_currency_code", lit("USD"));
    found.put("line_item_legal_entity", lit("Amazon Web Services, Inc."));
    found.put("line_item_line_item_description", col("description"));
    found.put("line_item_line_item_type", col("line_type"));
    found.put("line_item_operation", col("operation"));
    found.put("line_item_product_code", col("product_code"));
    found.put("line_item_resource_id", col("resource_id"));
    found.put("line_item_unblended_rate", col("unblended_rate").cast("string"));
    found.put("line_item_usage_account_id", col("account_id"));
    found.put("line_item_usage_account_name", col("account_name"));
    found.put("line_item_usage_type", col("usage_type"));
    found.put("pricing_currency", lit("USD"));
    found.put("pricing_public_on_demand_rate", col("public_rate").cast("string"));
    found.put("pricing_term", text("term"));
    found.put("pricing_unit", text("unit"));
    found.put("product", col("product"));
    found.put("product_instance_type", text("instance_type"));
    found.put("product_location", text("location"));
    found.put("product_operation", text("operation"));
    found.put("product_product_family", text("product_family"));
    found.put("product_region_code", text("region"));
    found.put("product_servicecode", col("product_code"));
    found.put("product_usagetype", text("usage_type"));
    found.put("reservation_reservation_a_r_n", col("reservation_arn"));
    found.put("resource_tags", col("tags"));
    found.put("savings_plan_savings_plan_a_r_n", col("savings_plan_arn"));
    found.put("split_line_item_parent_resource_id", text("parent_id"));
    return found;
  }

  /** A text column, null where it is empty. */
  private static Column text(String name) {
    return when(col(name).notEqual(lit("")), col(name));
  }

  /** The type of a column by its name, as AWS's own tools tell it. */
  static String type(String name) {
    boolean text =
        name.endsWith("_rate")
            || name.endsWith("_time")
            || name.equals("reservation_number_of_reservations")
            || name.contains("_units_per_reservation")
            || name.contains("total_reserved");
    if (text) {
      return "string";
    }
    String[] numbers = {
      "_cost",
      "_amount",
      "_fee",
      "_quantity",
      "_factor",
      "_discount",
      "_usage",
      "_usage_ratio",
      "_value",
      "_for_billing_period",
      "_commitment",
      "_to_date"
    };
    for (String ending : numbers) {
      if (name.toLowerCase(Locale.ROOT).endsWith(ending)) {
        return "double";
      }
    }
    return "string";
  }
}
