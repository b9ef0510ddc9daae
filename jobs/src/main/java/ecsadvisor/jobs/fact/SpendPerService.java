package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.bill.CanonicalBill.ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.BILLED;
import static ecsadvisor.jobs.source.bill.CanonicalBill.BILLING_PERIOD;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CHARGE_TYPE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CURRENCY;
import static ecsadvisor.jobs.source.bill.CanonicalBill.LIST;
import static ecsadvisor.jobs.source.bill.CanonicalBill.PAYER_ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.REGION;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.Spend;
import ecsadvisor.models.fact.SpendHours;
import ecsadvisor.models.fact.SpendLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Folded lines of the bill as one {@link Spend} per service: first to the service's lines, then to
 * its days by purchase option, whose hours a {@link SpendHours} holds, then to the service.
 */
final class SpendPerService {
  /** The column of the {@link Spend}. */
  static final String SPEND = "spend";

  private static final String LINES = "lines";
  private static final String HOURS = "hours";

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
    Dataset<Row> services = services(days(lines(folded, tags), tags), tags);
    List<Column> result = new ArrayList<>();
    SERVICE.forEach(name -> result.add(col(name)));
    result.add(spend(tags).as(SPEND));
    return services.select(result.toArray(new Column[0]));
  }

  /** One row per service and {@link #LINE}, with the hours of what a commitment can cover. */
  private static Dataset<Row> lines(Dataset<Row> folded, List<String> tags) {
    List<Column> sums = new ArrayList<>(List.of(SpendFacts.sums(1)));
    sums.addAll(greatest(tags));
    sums.addAll(HourlySums.ofCommittable(HourlySums.LISTS));
    return folded
        .where(col(SpendFacts.SERVICE_NAME).isNotNull())
        .withColumn(BILLED, SpendFacts.billedCost())
        .groupBy(columns(SERVICE, LINE))
        .agg(sum(col(SpendFacts.LINES)).as(SpendFacts.LINES), sums.toArray(new Column[0]));
  }

  /** One row per service, day and purchase option. */
  private static Dataset<Row> days(Dataset<Row> lines, List<String> tags) {
    List<Column> sums = new ArrayList<>(greatest(tags));
    sums.addAll(HourlySums.ofSums(HourlySums.LISTS));
    Column line = struct(RecordCodec.of(SpendLine.class).columns());
    return lines
        .groupBy(columns(SERVICE, List.of(SpendFacts.DAY, SpendFacts.PURCHASE_OPTION)))
        .agg(
            collect_list(struct(col(SpendFacts.DAY), line.as("line"))).as(LINES),
            sums.toArray(new Column[0]))
        .withColumn(LIST, HourlySums.list(HourlySums.LISTS));
  }

  private static Dataset<Row> services(Dataset<Row> days, List<String> tags) {
    Column covered =
        col(SpendFacts.PURCHASE_OPTION)
            .isin(PurchaseOption.ON_DEMAND.name(), PurchaseOption.SAVINGS_PLAN.name())
            .and(HourlySums.isKnown());
    List<Column> all = new ArrayList<>(greatest(tags));
    all.add(
        collect_list(when(covered, struct(RecordCodec.of(SpendHours.class).columns()))).as(HOURS));
    return days.groupBy(columns(SERVICE, List.of()))
        .agg(flatten(collect_list(col(LINES))).as(LINES), all.toArray(new Column[0]));
  }

  private static Column spend(List<String> tags) {
    List<Column> components = new ArrayList<>();
    for (String name : RecordCodec.of(Spend.class).schema().fieldNames()) {
      components.add(
          switch (name) {
            case "tags" -> tagList(tags).as(name);
            case LINES ->
                transform(sort_array(col(LINES)), dated -> dated.getField("line")).as(name);
            case HOURS -> sort_array(col(HOURS)).as(name);
            default -> col(name);
          });
    }
    return struct(components.toArray(new Column[0]));
  }

  private static Column tagList(List<String> tags) {
    if (tags.isEmpty()) {
      return array().cast("array<struct<key:string,value:string>>");
    }
    List<Column> entries = new ArrayList<>();
    for (String tag : tags) {
      entries.add(struct(lit(tag.substring("tag:".length())).as("key"), quoted(tag).as("value")));
    }
    return filter(
        array(entries.toArray(new Column[0])), entry -> entry.getField("value").isNotNull());
  }

  /** Currency, payer and tags: of several values the greatest. */
  private static List<Column> greatest(List<String> tags) {
    List<Column> greatest = new ArrayList<>();
    for (String name : List.of(CURRENCY, PAYER_ACCOUNT_ID)) {
      greatest.add(max(col(name)).as(name));
    }
    for (String tag : tags) {
      greatest.add(max(quoted(tag)).as(tag));
    }
    return greatest;
  }

  private static Column quoted(String tag) {
    return col("`" + tag + "`");
  }

  private static Column[] columns(List<String> first, List<String> second) {
    List<Column> columns = new ArrayList<>();
    first.forEach(name -> columns.add(col(name)));
    second.forEach(name -> columns.add(col(name)));
    return columns.toArray(new Column[0]);
  }
}
