package ecsadvisor.jobs.generate.bill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Charges as rows of a small table. */
final class ChargeRows {
  private static final DataType TEXT = DataTypes.StringType;
  private static final DataType NUMBER = DataTypes.DoubleType;

  static final StructType SCHEMA =
      new StructType()
          .add("charge_number", DataTypes.IntegerType, false)
          .add("identity_line_item_id", TEXT, false)
          .add("first_hour", DataTypes.IntegerType, false)
          .add("end_hour", DataTypes.IntegerType, false)
          .add("step_hours", DataTypes.IntegerType, false)
          .add("line_type", TEXT, false)
          .add("bill_type", TEXT, false)
          .add("account_id", TEXT, false)
          .add("account_name", TEXT, false)
          .add("zone", TEXT, false)
          .add("region", TEXT, false)
          .add("location", TEXT, false)
          .add("product_code", TEXT, false)
          .add("product_name", TEXT, false)
          .add("product_family", TEXT, false)
          .add("usage_type", TEXT, false)
          .add("operation", TEXT, false)
          .add("description", TEXT, false)
          .add("resource_id", TEXT, false)
          .add("unit", TEXT, false)
          .add("instance_type", TEXT, false)
          .add("term", TEXT, false)
          .add("savings_plan_arn", TEXT, false)
          .add("reservation_arn", TEXT, false)
          .add("parent_id", TEXT, false)
          .add("tags", DataTypes.createMapType(TEXT, TEXT, false), false)
          .add("product", DataTypes.createMapType(TEXT, TEXT, false), false)
          .add("usage_per_hour", NUMBER, false)
          .add("unblended_rate", NUMBER, false)
          .add("public_rate", NUMBER, false)
          .add("effective_rate", NUMBER, false)
          .add("reservation_upfront_rate", NUMBER, false)
          .add("lump_cost", NUMBER, false)
          .add("cost_per_hour", NUMBER, false)
          .add("discount_share", NUMBER, false)
          .add("net_factor", NUMBER, false)
          .add("curve_key", DataTypes.LongType, false)
          .add("memory_curve", DataTypes.BooleanType, false)
          .add("reserved_per_hour", NUMBER, false)
          .add("slot_factor", NUMBER, false)
          .add("instance_key", DataTypes.LongType, false)
          .add("capacity", NUMBER, false)
          .add("part_cost_per_hour", NUMBER, false)
          .add("part_public_cost_per_hour", NUMBER, false)
          .add("total_commitment", NUMBER, false)
          .add("used_commitment", NUMBER, false)
          .add("plan_upfront", NUMBER, false)
          .add("plan_recurring", NUMBER, false)
          .add("reservation_upfront", NUMBER, false)
          .add("reservation_unused_upfront", NUMBER, false)
          .add("reservation_unused_recurring", NUMBER, false);

  private ChargeRows() {}

  /** One row a charge, numbered in their order. */
  static List<Row> rows(List<Charge> charges) {
    List<Row> rows = new ArrayList<>(charges.size());
    for (Charge charge : charges) {
      rows.add(row(rows.size(), charge));
    }
    return rows;
  }

  private static Row row(int number, Charge charge) {
    return RowFactory.create(
        number,
        charge.lineItemId,
        charge.firstHour,
        charge.endHour,
        charge.stepHours,
        charge.lineType,
        charge.billType,
        charge.accountId,
        charge.accountName,
        charge.zone,
        charge.region,
        charge.region.isEmpty() ? "" : Rates.location(charge.region),
        charge.productCode,
        charge.productName,
        charge.productFamily,
        charge.usageType,
        charge.operation,
        charge.description,
        charge.resourceId,
        charge.unit,
        charge.instanceType,
        charge.term,
        charge.savingsPlanArn,
        charge.reservationArn,
        charge.parentId,
        charge.tags,
        product(charge),
        charge.usagePerHour,
        charge.unblendedRate,
        charge.publicRate,
        charge.effectiveRate,
        charge.reservationUpfrontRate,
        charge.lumpCost,
        charge.costPerHour,
        charge.discountShare,
        charge.netFactor,
        charge.curveKey,
        charge.memoryCurve,
        charge.reservedPerHour,
        charge.slotFactor,
        charge.instanceKey,
        charge.capacity,
        charge.partCostPerHour,
        charge.partPublicCostPerHour,
        charge.totalCommitment,
        charge.usedCommitment,
        charge.planUpfront,
        charge.planRecurring,
        charge.reservationUpfront,
        charge.reservationUnusedUpfront,
        charge.reservationUnusedRecurring);
  }

  private static Map<String, String> product(Charge charge) {
    Map<String, String> product = new TreeMap<>();
    product.put("product_name", charge.productName);
    product.put("region", charge.region);
    return product;
  }
}
