package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.bill.CanonicalBill.ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.BILLED;
import static ecsadvisor.jobs.source.bill.CanonicalBill.BILLING_PERIOD;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CHARGE_TYPE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CURRENCY;
import static ecsadvisor.jobs.source.bill.CanonicalBill.PAYER_ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.REGION;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.jobs.source.bill.ChargeTypes;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendHours;
import ecsadvisor.models.fact.SpendLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Folded lines of the bill as one {@link Spend} per service. */
final class SpendPerService {
  /** The column of the {@link Spend}. */
  static final String SPEND = "spend";

  private static final List<String> SERVICE =
      List.of(ACCOUNT_ID, REGION, SpendFacts.CLUSTER_NAME, SpendFacts.SERVICE_NAME);

  private static final List<String> LINE =
      List.of(
          BILLING_PERIOD,
          SpendFacts.DAY,
          CHARGE_TYPE,
          SpendFacts.ATTRIBUTION,
          SpendFacts.USAGE_KIND,
          SpendFacts.PLATFORM,
          SpendFacts.PURCHASE_OPTION);

  private SpendPerService() {}

  static Dataset<Row> of(Dataset<Row> folded) {
    List<String> tags =
        Arrays.stream(folded.columns()).filter(name -> name.startsWith("tag:")).sorted().toList();
    List<Column> keys = new ArrayList<>();
    SERVICE.forEach(name -> keys.add(col(name)));
    LINE.forEach(name -> keys.add(col(name)));
    List<Column> sums = new ArrayList<>(List.of(SpendFacts.sums(1)));
    List<Column> all = new ArrayList<>();
    List<Column> tagEntries = new ArrayList<>();
    for (String name : List.of(CURRENCY, PAYER_ACCOUNT_ID)) {
      sums.add(max(col(name)).as(name));
      all.add(max(col(name)).as(name));
    }
    for (String tag : tags) {
      Column column = col("`" + tag + "`");
      sums.add(max(column).as(tag));
      all.add(max(column).as(tag));
      tagEntries.add(struct(lit(tag.substring("tag:".length())).as("key"), column.as("value")));
    }
    Column line = struct(RecordCodec.of(SpendLine.class).columns());
    all.add(collect_list(struct(col(SpendFacts.DAY), line.as("line"))).as("dated"));
    Column noTags = array().cast("array<struct<key:string,value:string>>");
    Column tagList =
        tagEntries.isEmpty()
            ? noTags
            : filter(
                array(tagEntries.toArray(new Column[0])), tag -> tag.getField("value").isNotNull());
    Column lines = transform(sort_array(col("dated")), dated -> dated.getField("line"));
    Column noHours =
        array().cast("array<" + RecordCodec.of(SpendHours.class).schema().simpleString() + ">");
    List<Column> spend = new ArrayList<>();
    for (String name : RecordCodec.of(Spend.class).schema().fieldNames()) {
      spend.add(
          switch (name) {
            case "tags" -> tagList.as(name);
            case "lines" -> lines.as(name);
            case "hours" -> noHours.as(name);
            default -> col(name);
          });
    }
    List<Column> result = new ArrayList<>();
    SERVICE.forEach(name -> result.add(col(name)));
    result.add(struct(spend.toArray(new Column[0])).as(SPEND));
    return folded
        .where(col(SpendFacts.SERVICE_NAME).isNotNull())
        .withColumn(BILLED, billedCost())
        .groupBy(keys.toArray(new Column[0]))
        .agg(
            org.apache.spark.sql.functions.sum(col(SpendFacts.LINES)).as(SpendFacts.LINES),
            sums.toArray(new Column[0]))
        .groupBy(SERVICE.stream().map(name -> col(name)).toArray(Column[]::new))
        .agg(all.get(0), all.subList(1, all.size()).toArray(new Column[0]))
        .select(result.toArray(new Column[0]));
  }

  /**
   * What FOCUS calls BilledCost: usage that a Savings Plan covers is billed with the plan, so the
   * line and the negation that takes it back are both zero.
   */
  private static Column billedCost() {
    return when(
            col(CHARGE_TYPE)
                .isin(ChargeTypes.SAVINGS_PLAN_COVERED_USAGE, ChargeTypes.SAVINGS_PLAN_NEGATION),
            0L)
        .otherwise(col(BILLED));
  }
}
