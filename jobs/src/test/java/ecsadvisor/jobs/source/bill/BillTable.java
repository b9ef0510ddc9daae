package ecsadvisor.jobs.source.bill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Lines of a bill, written out in a test and stored as one Parquet file as AWS would. */
public final class BillTable {
  public static final String PAYER = "111111111111";
  public static final String ACCOUNT = "012345678901";
  public static final String TASK =
      "arn:aws:ecs:eu-west-1:012345678901:task/shop/0123456789abcdef0123456789abcdef";

  private static final DataType TAGS =
      DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);

  private final Map<String, DataType> columns = new LinkedHashMap<>();
  private final Map<String, Object> defaults = new LinkedHashMap<>();
  private final List<Map<String, @Nullable Object>> lines = new ArrayList<>();

  private BillTable() {}

  /** A CUR 2.0 table of November 2025 without Savings Plan, reservation and split columns. */
  public static BillTable cur2() {
    BillTable table = cur();
    table.column("bill_payer_account_name", DataTypes.StringType, "payer");
    table.column("resource_tags", TAGS, Map.of());
    table.column("product_region_code", DataTypes.StringType, "eu-west-1");
    return table;
  }

  /** A legacy table likewise: flat tag columns, no map. */
  public static BillTable legacy() {
    BillTable table = cur();
    table.column("product_region", DataTypes.StringType, "eu-west-1");
    return table;
  }

  private static BillTable cur() {
    BillTable table = new BillTable();
    table.column("bill_payer_account_id", DataTypes.StringType, PAYER);
    table.time("bill_billing_period_start_date", "2025-11-01T00:00:00Z");
    table.column("bill_invoice_id", DataTypes.StringType, "");
    table.column("line_item_usage_account_id", DataTypes.StringType, ACCOUNT);
    table.column("line_item_currency_code", DataTypes.StringType, "USD");
    table.column("line_item_line_item_type", DataTypes.StringType, "Usage");
    table.column("line_item_product_code", DataTypes.StringType, "AmazonECS");
    table.column("line_item_usage_type", DataTypes.StringType, "EUW1-Fargate-vCPU-Hours:perCPU");
    table.column("line_item_operation", DataTypes.StringType, "FargateTask");
    table.column("line_item_resource_id", DataTypes.StringType, "");
    table.time("line_item_usage_start_date", "2025-11-03T10:00:00Z");
    table.time("line_item_usage_end_date", "2025-11-03T11:00:00Z");
    table.column("line_item_usage_amount", DataTypes.DoubleType, 1.0);
    table.column("line_item_unblended_cost", DataTypes.DoubleType, 0.04);
    table.column("pricing_public_on_demand_cost", DataTypes.DoubleType, 0.04);
    table.column("line_item_line_item_description", DataTypes.StringType, "");
    return table;
  }

  /** A table of AWS's FOCUS 1.2 export, November 2025. */
  public static BillTable focus() {
    BillTable table = new BillTable();
    table.column("BillingAccountId", DataTypes.StringType, PAYER);
    table.time("BillingPeriodStart", "2025-11-01T00:00:00Z");
    table.column("SubAccountId", DataTypes.StringType, ACCOUNT);
    table.column("BillingCurrency", DataTypes.StringType, "USD");
    table.column("ChargeCategory", DataTypes.StringType, "Usage");
    table.column("ChargeClass", DataTypes.StringType, null);
    table.column("ChargeFrequency", DataTypes.StringType, "Usage-Based");
    table.column("CommitmentDiscountId", DataTypes.StringType, null);
    table.column("CommitmentDiscountType", DataTypes.StringType, null);
    table.column("CommitmentDiscountStatus", DataTypes.StringType, null);
    table.column("PricingCategory", DataTypes.StringType, "Standard");
    table.column("x_ServiceCode", DataTypes.StringType, "AmazonECS");
    table.column("SkuMeter", DataTypes.StringType, "EUW1-Fargate-GB-Hours");
    table.column("x_Operation", DataTypes.StringType, "FargateTask");
    table.column("ResourceId", DataTypes.StringType, TASK);
    table.column("RegionId", DataTypes.StringType, "eu-west-1");
    table.time("ChargePeriodStart", "2025-11-03T10:00:00Z");
    table.time("ChargePeriodEnd", "2025-11-03T11:00:00Z");
    table.column("ConsumedQuantity", DataTypes.DoubleType, 2.0);
    table.column("BilledCost", DataTypes.DoubleType, 0.01);
    table.column("EffectiveCost", DataTypes.DoubleType, 0.01);
    table.column("ListCost", DataTypes.DoubleType, 0.01);
    table.column("Tags", TAGS, Map.of());
    return table;
  }

  /** Adds a column or changes its type and the value that lines have unless they say another. */
  public BillTable column(String name, DataType type, @Nullable Object value) {
    columns.put(name, type);
    if (value == null) {
      defaults.remove(name);
      return this;
    }
    defaults.put(name, value);
    return this;
  }

  public BillTable number(String... names) {
    for (String name : names) {
      column(name, DataTypes.DoubleType, null);
    }
    return this;
  }

  public BillTable text(String... names) {
    for (String name : names) {
      column(name, DataTypes.StringType, null);
    }
    return this;
  }

  /** The columns of Savings Plans, reservations and net costs. */
  public BillTable commitments() {
    return text("savings_plan_savings_plan_a_r_n", "reservation_reservation_a_r_n")
        .number(
            "savings_plan_savings_plan_effective_cost",
            "savings_plan_total_commitment_to_date",
            "savings_plan_used_commitment",
            "savings_plan_amortized_upfront_commitment_for_billing_period",
            "reservation_effective_cost",
            "reservation_amortized_upfront_fee_for_billing_period",
            "reservation_unused_amortized_upfront_fee_for_billing_period",
            "reservation_unused_recurring_fee",
            "line_item_net_unblended_cost",
            "savings_plan_net_savings_plan_effective_cost",
            "reservation_net_effective_cost");
  }

  /** The columns of split cost allocation data. */
  public BillTable splitCost() {
    return text("split_line_item_parent_resource_id")
        .number(
            "split_line_item_split_cost",
            "split_line_item_unused_cost",
            "split_line_item_net_split_cost",
            "split_line_item_public_on_demand_split_cost",
            "split_line_item_reserved_usage",
            "split_line_item_actual_usage");
  }

  public BillTable without(String name) {
    columns.remove(name);
    defaults.remove(name);
    return this;
  }

  /** A line that differs from the usual one in the columns given, name and value in turn. */
  public BillTable line(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>(defaults);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = (String) java.util.Objects.requireNonNull(namesAndValues[i]);
      if (!columns.containsKey(name)) {
        throw new IllegalArgumentException("No column " + name);
      }
      line.put(name, namesAndValues[i + 1]);
    }
    lines.add(line);
    return this;
  }

  /** The lines as a table. */
  public Dataset<Row> rows(SparkSession spark) {
    List<StructField> fields = new ArrayList<>();
    List<Column> casts = new ArrayList<>();
    columns.forEach(
        (name, type) -> {
          DataType given = type == DataTypes.TimestampNTZType ? DataTypes.TimestampType : type;
          fields.add(DataTypes.createStructField(name, given, true));
          casts.add(functions.col("`" + name + "`").cast(type).as(name));
        });
    List<Row> rows = new ArrayList<>();
    for (Map<String, @Nullable Object> line : lines) {
      @Nullable Object[] values = new @Nullable Object[columns.size()];
      int i = 0;
      for (String name : columns.keySet()) {
        Object value = line.get(name);
        boolean time =
            columns.get(name) == DataTypes.TimestampType
                || columns.get(name) == DataTypes.TimestampNTZType;
        values[i++] = time && value instanceof String text ? at(text) : value;
      }
      rows.add(RowFactory.create(values));
    }
    StructType schema = DataTypes.createStructType(fields);
    return spark.createDataFrame(rows, schema).select(casts.toArray(new Column[0]));
  }

  /** Writes the lines as one Parquet file of exactly this name. */
  public Path write(SparkSession spark, Path file) {
    BillSource.prepare(spark);
    try {
      Path folder = file.resolveSibling("_" + UUID.randomUUID());
      Files.createDirectories(file.getParent());
      rows(spark).coalesce(1).write().parquet(folder.toString());
      try (Stream<Path> parts = Files.list(folder)) {
        Path part = parts.filter(p -> p.toString().endsWith(".parquet")).findFirst().orElseThrow();
        Files.move(part, file);
      }
      try (Stream<Path> rest = Files.walk(folder)) {
        rest.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BillTable time(String name, String value) {
    return column(name, DataTypes.TimestampType, value);
  }

  private static Timestamp at(String text) {
    return Timestamp.from(Instant.parse(text));
  }
}
