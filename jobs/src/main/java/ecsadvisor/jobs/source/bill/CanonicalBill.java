package ecsadvisor.jobs.source.bill;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The one row that every dialect of the bill is brought to.
 *
 * <p>Money is a whole number of 10<sup>-10</sup> currency units, usage of 10<sup>-9</sup> of its
 * unit ({@link ecsadvisor.models.fact.MoneyUnits}). Texts are never empty: what a line does not say
 * is null, except in the columns that name a line's place in the bill, which are then empty.
 */
public final class CanonicalBill {
  /** The bill's month, {@code yyyy-MM}. */
  public static final String BILLING_PERIOD = "billing_period";

  /** The account that pays; empty where the export left the column out. */
  public static final String PAYER_ACCOUNT_ID = "payer_account_id";

  /** The account that used; empty likewise. */
  public static final String ACCOUNT_ID = "account_id";

  /**
   * The region's code from the line's column or its ARN; empty for global and unplaced lines. The
   * usage type's prefix is the last resort, taken after the fold.
   */
  public static final String REGION = "region";

  /** AWS's product code, such as {@code AmazonECS}; empty where the line has none. */
  public static final String PRODUCT_CODE = "product_code";

  /**
   * AWS's usage type, such as {@code EUW1-Fargate-GB-Hours}; empty where the line has none. What it
   * means ({@link UsageTypes}) is told after the fold, once per group and not per line.
   */
  public static final String USAGE_TYPE = "usage_type";

  /** Whether a Savings Plan is behind the line. */
  public static final String HAS_SAVINGS_PLAN = "has_savings_plan";

  /** Whether a reservation is behind the line. */
  public static final String HAS_RESERVATION = "has_reservation";

  /** Whether the line is one of Spot capacity. */
  public static final String IS_SPOT = "is_spot";

  /** AWS's operation, such as {@code FargateTask}; null where the line has none. */
  public static final String OPERATION = "operation";

  /** The line item type as the bill says it; for FOCUS the CUR's word for it where one exists. */
  public static final String CHARGE_TYPE = "charge_type";

  /** What was used: a task's ARN, an instance's id; null where the line names nothing. */
  public static final String RESOURCE_ID = "resource_id";

  /** Start of the usage; null on a bad row. */
  public static final String INTERVAL_START = "interval_start";

  /** End of the usage, exclusive. */
  public static final String INTERVAL_END = "interval_end";

  /** Whether the line is invoiced; null where the export does not say. */
  public static final String INVOICE_FINAL = "invoice_final";

  /** The currency's code. */
  public static final String CURRENCY = "currency";

  /**
   * Usage of the products that tasks need, in 10<sup>-9</sup> of the unit; zero on lines that
   * repeat usage that another line carries, and on usage of other products, whose units (bytes,
   * requests) do not fit. Of products that are evidence, 10<sup>-6</sup> ({@link
   * UsageTypes#PER_EVIDENCE_UNIT}).
   */
  public static final String USAGE_AMOUNT = "usage_amount";

  /** What adds up to the bill: unblended cost of a CUR, BilledCost of FOCUS. */
  public static final String BILLED = "billed";

  /** Amortized cost; on split rows the split cost. */
  public static final String EFFECTIVE = "effective";

  /** Amortized cost from the net columns, where the line has them. */
  public static final String NET_EFFECTIVE = "net_effective";

  /** Cost at public on-demand prices; of Spot usage the Spot price. */
  public static final String LIST = "list";

  /** On split rows the task's share of unused capacity; else zero. */
  public static final String UNUSED = "unused";

  /** What the task reserved, 10<sup>-9</sup> unit-hours, from split cost allocation data. */
  public static final String RESERVED_USAGE = "reserved_usage";

  /** What the task really used, likewise. */
  public static final String ACTUAL_USAGE = "actual_usage";

  /**
   * Whether the line is an overlay that divides an instance's cost, which other lines already
   * carry: never add it to those.
   */
  public static final String IS_SPLIT = "is_split";

  /** The instance that a split row divides. */
  public static final String PARENT_RESOURCE_ID = "parent_resource_id";

  /** The tag {@code aws:ecs:clusterName}. */
  public static final String TAG_CLUSTER = "tag_cluster";

  /** The tag {@code aws:ecs:serviceName}. */
  public static final String TAG_SERVICE = "tag_service";

  /**
   * The ARN of the Savings Plan or reservation that covers the line or that the line pays for; null
   * where there is none, and on negations.
   */
  public static final String COMMITMENT_ID = "commitment_id";

  /**
   * On recurring fees of commitments what they say of it, see {@link CommitmentTerms}; else null.
   */
  public static final String COMMITMENT_TERMS = "commitment_terms";

  /** Whether the cost could not be read; it is counted as zero then. */
  public static final String BAD_COST = "bad_cost";

  /** Whether the start could not be read; the line is put on the period's first day then. */
  public static final String BAD_TIME = "bad_time";

  private CanonicalBill() {}

  /** The column of a wanted tag; null on lines that have nothing to do with ECS. */
  public static String tagColumn(String tagKey) {
    return "tag:" + TagSpelling.normalised(tagKey);
  }

  /** All columns in their order, those of the wanted tags last. */
  public static StructType schema(List<String> tagKeys) {
    List<StructField> fields = new ArrayList<>();
    add(
        fields,
        DataTypes.StringType,
        BILLING_PERIOD,
        PAYER_ACCOUNT_ID,
        ACCOUNT_ID,
        REGION,
        PRODUCT_CODE,
        USAGE_TYPE);
    add(fields, DataTypes.BooleanType, HAS_SAVINGS_PLAN, HAS_RESERVATION, IS_SPOT);
    add(fields, DataTypes.StringType, OPERATION, CHARGE_TYPE, RESOURCE_ID);
    add(fields, DataTypes.TimestampType, INTERVAL_START, INTERVAL_END);
    add(fields, DataTypes.BooleanType, INVOICE_FINAL);
    add(fields, DataTypes.StringType, CURRENCY);
    add(
        fields,
        DataTypes.LongType,
        USAGE_AMOUNT,
        BILLED,
        EFFECTIVE,
        NET_EFFECTIVE,
        LIST,
        UNUSED,
        RESERVED_USAGE,
        ACTUAL_USAGE);
    add(fields, DataTypes.BooleanType, IS_SPLIT);
    add(fields, DataTypes.StringType, PARENT_RESOURCE_ID, TAG_CLUSTER, TAG_SERVICE, COMMITMENT_ID);
    add(fields, CommitmentTerms.schema(), COMMITMENT_TERMS);
    add(fields, DataTypes.BooleanType, BAD_COST, BAD_TIME);
    for (String key : tagKeys) {
      add(fields, DataTypes.StringType, tagColumn(key));
    }
    return DataTypes.createStructType(fields);
  }

  private static void add(List<StructField> fields, DataType type, String... names) {
    for (String name : names) {
      fields.add(DataTypes.createStructField(name, type, true));
    }
  }
}
