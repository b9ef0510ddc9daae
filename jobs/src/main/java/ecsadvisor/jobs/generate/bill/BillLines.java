package ecsadvisor.jobs.generate.bill;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;

import ecsadvisor.jobs.generate.organisation.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Turns charges into lines: one row for each step of each charge, with all figures computed by
 * Column expressions. The charges are the only rows that the driver holds.
 *
 * <p>Lines stay narrow (a charge's number and an hour) until everything that depends on the hour
 * has been looked up; the charge's own columns join last, so that each line is built once.
 */
final class BillLines {
  private static final long LINES_PER_FILE = 500_000;

  private BillLines() {}

  /** The lines of a period's charges, under the names of CUR 2.0's columns. */
  static Dataset<Row> of(SparkSession spark, Period period, List<Charge> charges, Curves curves) {
    long lines = 0;
    for (Charge charge : charges) {
      lines += charge.lines();
    }
    int files = (int) Math.max(1, (lines + LINES_PER_FILE - 1) / LINES_PER_FILE);
    Dataset<Row> table = spark.createDataFrame(ChargeRows.rows(charges), ChargeRows.SCHEMA);
    Column steps =
        explode(sequence(col("first_hour"), col("end_hour").minus(lit(1)), col("step_hours")));
    Dataset<Row> narrow =
        table
            .select(
                "charge_number",
                "first_hour",
                "end_hour",
                "step_hours",
                "curve_key",
                "instance_key")
            .repartition(files, col("charge_number"))
            .sortWithinPartitions("charge_number")
            .withColumn("hour", steps)
            .withColumn("end", least(col("hour").plus(col("step_hours")), col("end_hour")));
    Dataset<Row> wide =
        table.drop("first_hour", "end_hour", "step_hours", "curve_key", "instance_key");
    Dataset<Row> rows =
        lookUp(spark, period, narrow, curves).join(broadcast(wide), "charge_number");
    return figures(rows, period);
  }

  private static Dataset<Row> lookUp(
      SparkSession spark, Period period, Dataset<Row> rows, Curves curves) {
    int firstHour = curves.hourIndex(0);
    Column hourIndex = col("hour").plus(lit(firstHour)).cast("long");
    List<Row> serviceHours = new ArrayList<>();
    curves.forEachServiceHour(
        period.firstHour(),
        period.endHour(),
        (pair, key) -> serviceHours.add(RowFactory.create(key, pair[0], pair[1])));
    List<Row> instanceHours = new ArrayList<>();
    curves.forEachInstanceHour(
        period.firstHour(),
        period.endHour(),
        (pair, key) -> instanceHours.add(RowFactory.create(key, pair[0], pair[1])));
    List<Row> starts = new ArrayList<>();
    List<Row> ends = new ArrayList<>();
    for (int hour = period.firstHour(); hour <= period.endHour(); hour++) {
      starts.add(RowFactory.create((long) hour, Timeline.instant(hour).toString()));
      ends.add(RowFactory.create((long) hour, Timeline.instant(hour).toString()));
    }
    return rows.withColumn("service_key", keyed("curve_key", hourIndex))
        .withColumn("claim_key", keyed("instance_key", hourIndex))
        .join(
            broadcast(pairs(spark, serviceHours, "service_key", "cpu_share", "memory_share")),
            "service_key",
            "left")
        .join(
            broadcast(pairs(spark, instanceHours, "claim_key", "vcpus", "gigabytes")),
            "claim_key",
            "left")
        .withColumn("start_key", col("hour").cast("long"))
        .withColumn("end_key", col("end").cast("long"))
        .join(broadcast(texts(spark, starts, "start_key", "start_text")), "start_key", "left")
        .join(broadcast(texts(spark, ends, "end_key", "end_text")), "end_key", "left");
  }

  private static Column keyed(String key, Column hourIndex) {
    return when(col(key).geq(lit(0L)), col(key).plus(hourIndex));
  }

  private static Dataset<Row> pairs(
      SparkSession spark, List<Row> rows, String key, String first, String second) {
    StructType schema =
        new StructType()
            .add(key, DataTypes.LongType, false)
            .add(first, DataTypes.DoubleType, false)
            .add(second, DataTypes.DoubleType, false);
    return spark.createDataFrame(rows, schema);
  }

  private static Dataset<Row> texts(SparkSession spark, List<Row> rows, String key, String text) {
    StructType schema =
        new StructType().add(key, DataTypes.LongType, false).add(text, DataTypes.StringType, false);
    return spark.createDataFrame(rows, schema);
  }

  private static Dataset<Row> figures(Dataset<Row> rows, Period period) {
    Column hours = col("end").minus(col("hour")).cast("double");
    Column usage = col("usage_per_hour").multiply(hours);
    Column unblended =
        usage
            .multiply(col("unblended_rate"))
            .plus(hours.multiply(col("cost_per_hour")))
            .plus(col("lump_cost"));
    Column planned = col("savings_plan_arn").notEqual(lit(""));
    Column reservedUsage = col("line_type").equalTo(lit("DiscountedUsage"));
    Column covered = col("line_type").equalTo(lit("SavingsPlanCoveredUsage"));
    Column effective = usage.multiply(col("effective_rate"));
    Column upfrontPart = usage.multiply(col("reservation_upfront_rate"));
    Column share = when(col("memory_curve"), col("memory_share")).otherwise(col("cpu_share"));
    Column reserved = col("reserved_per_hour");
    Column actual = reserved.multiply(share).multiply(col("slot_factor"));
    Column onInstance = col("instance_key").geq(lit(0L));
    Column claimed = greatest(reserved, actual);
    Column total = when(col("memory_curve"), col("gigabytes")).otherwise(col("vcpus"));
    Column ratio = claimed.divide(greatest(total, col("capacity")));
    Column unusedShare = greatest(col("capacity").minus(total), lit(0.0)).divide(col("capacity"));
    Column unusedRatio =
        when(unusedShare.gt(lit(0.0)), ratio.divide(lit(1.0).minus(unusedShare)))
            .otherwise(lit(0.0));
    Column unusedPart = unusedRatio.multiply(unusedShare);
    Column net = col("discount_share").gt(lit(0.0)).or(col("net_factor").notEqual(lit(1.0)));
    Column publicCost =
        when(col("line_type").equalTo(lit("SavingsPlanNegation")), lit(0.0))
            .otherwise(usage.multiply(col("public_rate")));
    return rows.withColumn("line_item_usage_amount", usage)
        .withColumn("line_item_unblended_cost", unblended)
        .withColumn("line_item_blended_cost", unblended)
        .withColumn("pricing_public_on_demand_cost", publicCost)
        .withColumn(
            "line_item_net_unblended_cost", when(net, unblended.multiply(col("net_factor"))))
        .withColumn(
            "discount_total_discount",
            when(
                col("discount_share").gt(lit(0.0)),
                unblended.multiply(col("discount_share")).multiply(lit(-1.0))))
        .withColumn("savings_plan_savings_plan_effective_cost", when(covered, effective))
        .withColumn("savings_plan_savings_plan_rate", when(covered, col("effective_rate")))
        .withColumn("savings_plan_total_commitment_to_date", fee(planned, "total_commitment"))
        .withColumn("savings_plan_used_commitment", fee(planned, "used_commitment"))
        .withColumn(
            "savings_plan_amortized_upfront_commitment_for_billing_period",
            fee(planned, "plan_upfront"))
        .withColumn(
            "savings_plan_recurring_commitment_for_billing_period", fee(planned, "plan_recurring"))
        .withColumn("reservation_effective_cost", when(reservedUsage, effective))
        .withColumn(
            "reservation_amortized_upfront_cost_for_usage", when(reservedUsage, upfrontPart))
        .withColumn(
            "reservation_recurring_fee_for_usage",
            when(reservedUsage, effective.minus(upfrontPart)))
        .withColumn(
            "reservation_amortized_upfront_fee_for_billing_period",
            reservationFee("reservation_upfront"))
        .withColumn(
            "reservation_unused_amortized_upfront_fee_for_billing_period",
            reservationFee("reservation_unused_upfront"))
        .withColumn(
            "reservation_unused_recurring_fee", reservationFee("reservation_unused_recurring"))
        .withColumn("split_line_item_reserved_usage", when(curved(), reserved))
        .withColumn("split_line_item_actual_usage", when(curved(), actual))
        .withColumn("split_line_item_split_usage", when(onInstance, claimed))
        .withColumn("split_line_item_split_usage_ratio", when(onInstance, ratio))
        .withColumn(
            "split_line_item_split_cost",
            when(onInstance, ratio.multiply(col("part_cost_per_hour"))))
        .withColumn(
            "split_line_item_unused_cost",
            when(onInstance, unusedPart.multiply(col("part_cost_per_hour"))))
        .withColumn(
            "split_line_item_net_split_cost",
            when(
                onInstance.and(net),
                ratio.multiply(col("part_cost_per_hour")).multiply(col("net_factor"))))
        .withColumn(
            "split_line_item_net_unused_cost",
            when(
                onInstance.and(net),
                unusedPart.multiply(col("part_cost_per_hour")).multiply(col("net_factor"))))
        .withColumn(
            "split_line_item_public_on_demand_split_cost",
            when(onInstance, ratio.multiply(col("part_public_cost_per_hour"))))
        .withColumn(
            "split_line_item_public_on_demand_unused_cost",
            when(onInstance, unusedPart.multiply(col("part_public_cost_per_hour"))))
        .withColumn("identity_time_interval", concat(col("start_text"), lit("/"), col("end_text")))
        .withColumn("line_item_usage_start_date", at(col("hour")))
        .withColumn("line_item_usage_end_date", at(col("end")))
        .withColumn("bill_billing_period_start_date", at(lit(Timeline.firstHour(period.month()))))
        .withColumn(
            "bill_billing_period_end_date",
            at(lit(Timeline.firstHour(period.month().plusMonths(1)))))
        .withColumn("bill_invoice_id", lit(period.invoiceId()));
  }

  private static Column curved() {
    return col("curve_key").geq(lit(0L));
  }

  private static Column fee(Column planned, String column) {
    return when(
        planned.and(col("line_type").equalTo(lit("SavingsPlanRecurringFee"))),
        coalesce(col(column), lit(0.0)));
  }

  private static Column reservationFee(String column) {
    return when(col("line_type").equalTo(lit("RIFee")), col(column));
  }

  private static Column at(Column hour) {
    return timestamp_seconds(hour.cast("long").multiply(lit(3600L)));
  }
}
