package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What a fee line says of its commitment, one column ({@link CanonicalBill#COMMITMENT_TERMS}) of
 * lines. What the export leaves out is empty.
 *
 * @param hours hours of the bill that the line pays for
 * @param usageType the fee's usage type, such as {@code ComputeSP:1yrNoUpfront}
 * @param offering the plan's kind, such as {@code ComputeSavingsPlans}
 * @param region the region that the plan is bound to
 * @param family the instance family that the plan is bound to
 * @param end when it ends, as the bill writes it
 * @param term such as {@code 1yr}
 * @param paymentOption such as {@code No Upfront}
 */
public record CommitmentTerms(
    long hours,
    String usageType,
    String offering,
    String region,
    String family,
    String end,
    String term,
    String paymentOption) {

  /** The columns of a Cost and Usage Report that say it. */
  static final List<String> COLUMNS =
      List.of(
          "savings_plan_offering_type",
          "savings_plan_region",
          "savings_plan_instance_type_family",
          "savings_plan_end_time",
          "reservation_end_time",
          "savings_plan_purchase_term",
          "pricing_lease_contract_length",
          "savings_plan_payment_option",
          "pricing_purchase_option");

  private static final String HOURS = "hours";
  private static final String USAGE_TYPE = "usage_type";

  /** The column's type. */
  static StructType schema() {
    StructType schema =
        new StructType()
            .add(HOURS, DataTypes.LongType, true)
            .add(USAGE_TYPE, DataTypes.StringType, true);
    for (String column : COLUMNS) {
      schema = schema.add(column, DataTypes.StringType, true);
    }
    return schema;
  }

  /**
   * The column of a line.
   *
   * @param said what the line says, by its name in {@link #COLUMNS}
   */
  static Column column(Column hours, Column usageType, Map<String, Column> said) {
    List<Column> fields = new ArrayList<>();
    fields.add(hours.as(HOURS));
    fields.add(usageType.as(USAGE_TYPE));
    Column absent = lit(null).cast("string");
    COLUMNS.forEach(name -> fields.add(said.getOrDefault(name, absent).as(name)));
    return struct(fields.toArray(new Column[0]));
  }

  /** Reads a value of the column. */
  public static CommitmentTerms of(Row terms) {
    return new CommitmentTerms(
        terms.isNullAt(0) ? 0 : Math.max(0, terms.getLong(0)),
        first(terms, USAGE_TYPE),
        first(terms, "savings_plan_offering_type"),
        first(terms, "savings_plan_region"),
        first(terms, "savings_plan_instance_type_family"),
        first(terms, "savings_plan_end_time", "reservation_end_time"),
        first(terms, "savings_plan_purchase_term", "pricing_lease_contract_length"),
        first(terms, "savings_plan_payment_option", "pricing_purchase_option"));
  }

  private static String first(Row terms, String... columns) {
    for (String column : columns) {
      String text = terms.getAs(column);
      if (text != null && !text.isBlank()) {
        return text.strip();
      }
    }
    return "";
  }
}
