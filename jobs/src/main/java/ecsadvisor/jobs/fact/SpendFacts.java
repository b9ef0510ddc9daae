package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.bill.CanonicalBill.ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.ACTUAL_USAGE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.BILLED;
import static ecsadvisor.jobs.source.bill.CanonicalBill.BILLING_PERIOD;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CHARGE_TYPE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.COMMITMENT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.COMMITMENT_TERMS;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CURRENCY;
import static ecsadvisor.jobs.source.bill.CanonicalBill.EFFECTIVE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.INTERVAL_START;
import static ecsadvisor.jobs.source.bill.CanonicalBill.IS_SPLIT;
import static ecsadvisor.jobs.source.bill.CanonicalBill.LIST;
import static ecsadvisor.jobs.source.bill.CanonicalBill.NET_EFFECTIVE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.PAYER_ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.REGION;
import static ecsadvisor.jobs.source.bill.CanonicalBill.RESERVED_USAGE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.UNUSED;
import static ecsadvisor.jobs.source.bill.CanonicalBill.USAGE_AMOUNT;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import ecsadvisor.jobs.source.bill.CanonicalBill;
import ecsadvisor.jobs.source.bill.ChargeTypes;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the bill says of each service: the bill's lines added up to one row per day and kind of
 * charge.
 */
public final class SpendFacts {
  /** The cluster's short name; null where the line names none. */
  public static final String CLUSTER_NAME = "cluster_name";

  /** The service's short name; null where the line's service is not known. */
  public static final String SERVICE_NAME = "service_name";

  /** Name of a {@link ecsadvisor.models.fact.Attribution}. */
  public static final String ATTRIBUTION = "attribution";

  /** The UTC day on which the usage began. */
  public static final String DAY = "day";

  /** Name of a {@link ecsadvisor.models.fact.UsageKind}. */
  public static final String USAGE_KIND = "usage_kind";

  /** Name of a {@link ecsadvisor.models.fact.Platform}. */
  public static final String PLATFORM = "platform";

  /** Name of a {@link ecsadvisor.models.fact.PurchaseOption}. */
  public static final String PURCHASE_OPTION = "purchase_option";

  /**
   * The ARN or id of what services share: a load balancer, instance, volume, repository; or the
   * meter of a line that is evidence, see {@link SpendMeters}.
   */
  static final String RESOURCE = "shared_resource";

  /** What a commitment can cover: FARGATE, LAMBDA or an EC2 instance family; else null. */
  static final String FAMILY = "family";

  /** Number of lines of the bill. */
  public static final String LINES = "lines";

  /** The sums of a folded row, all whole numbers. */
  static final List<String> SUMS =
      List.of(
          LINES,
          USAGE_AMOUNT,
          BILLED,
          EFFECTIVE,
          NET_EFFECTIVE,
          LIST,
          UNUSED,
          RESERVED_USAGE,
          ACTUAL_USAGE);

  /** What a folded row is about, beside the wanted tags. */
  static final List<String> KEYS =
      List.of(
          BILLING_PERIOD,
          PAYER_ACCOUNT_ID,
          ACCOUNT_ID,
          REGION,
          CLUSTER_NAME,
          SERVICE_NAME,
          ATTRIBUTION,
          CHARGE_TYPE,
          CURRENCY,
          DAY,
          USAGE_KIND,
          PLATFORM,
          PURCHASE_OPTION,
          IS_SPLIT,
          RESOURCE,
          FAMILY,
          COMMITMENT_ID,
          COMMITMENT_TERMS);

  /** Days since 1970 of {@link #DAY}, which is made of it after the sums. */
  static final String EPOCH_DAY = "epoch_day";

  private SpendFacts() {}

  /**
   * Adds the bill's lines up, in one aggregation of whole numbers, so that the result is the same
   * however the lines are spread over files and cores.
   *
   * <p>One row per period, payer, account, region, cluster, service, attribution, charge type,
   * currency, day, usage kind, platform, purchase option, overlay or not, and values of the wanted
   * tags (columns {@link CanonicalBill#tagColumn}); apart by resource where services share it, and
   * by commitment and its family where there is one. Rows that a commitment can cover have their
   * list and effective cost by hour too. Lines without a readable time are on the first day of
   * their period.
   *
   * <p>Persist the result: {@link SpendLedger}, {@link #perService}, {@link SpendResources}, {@link
   * SpendMeters}, {@link SpendCommitments}, {@link SpendCommitmentUsage} and {@link SpendRates} all
   * add it up further.
   *
   * @param bill {@link CanonicalBill} rows
   * @param resources what inventory and telemetry know: columns {@code resource_id} (a task's ARN
   *     or an EC2 instance's id), {@code cluster_name}, {@code service_name} (null where not known)
   * @param tagKeys the wanted tags that the bill was read with
   */
  public static Dataset<Row> fold(Dataset<Row> bill, Dataset<Row> resources, List<String> tagKeys) {
    Column firstOfPeriod = expr("unix_date(cast(concat(" + BILLING_PERIOD + ", '-01') as date))");
    Column epochDay =
        coalesce(
            expr("cast(unix_micros(" + INTERVAL_START + ") div 86400000000 as int)"),
            firstOfPeriod);
    List<Column> tags = tagKeys.stream().map(SpendFacts::tag).toList();
    Dataset<Row> byRawType =
        SpendKinds.raw(SpendAttribution.attribute(bill.withColumn(EPOCH_DAY, epochDay), resources))
            .groupBy(columns(SpendKinds.RAW_KEYS, tags))
            .agg(count(lit(1)).as(LINES), with(HourlySums.ofLines()));
    List<Column> hours = HourlySums.ofSums(HourlySums.LISTS);
    hours.addAll(HourlySums.ofSums(HourlySums.EFFECTIVES));
    List<String> last = new ArrayList<>(SUMS);
    last.addAll(HourlySums.LISTS);
    last.addAll(HourlySums.EFFECTIVES);
    return SpendKinds.named(byRawType)
        .withColumn(DAY, date_from_unix_date(col(EPOCH_DAY)))
        .groupBy(columns(KEYS, tags))
        .agg(sum(col(LINES)).as(LINES), with(hours))
        .select(columns(KEYS, tags, last));
  }

  /** The sums of {@link #SUMS} after the lines, and more. */
  private static Column[] with(List<Column> more) {
    List<Column> all = new ArrayList<>(List.of(sums(1)));
    all.addAll(more);
    return all.toArray(new Column[0]);
  }

  private static Column[] columns(List<String> names, List<Column> columns) {
    return columns(names, columns, List.of());
  }

  private static Column[] columns(List<String> first, List<Column> columns, List<String> last) {
    List<Column> all = new ArrayList<>();
    first.forEach(name -> all.add(col(name)));
    all.addAll(columns);
    last.forEach(name -> all.add(col(name)));
    return all.toArray(new Column[0]);
  }

  /**
   * One row per service of the folded lines: {@code account_id, region, cluster_name, service_name}
   * and {@code spend}, a {@link ecsadvisor.models.fact.Spend} with its lines sorted by day, then by
   * their other keys. Of a tag with several values the greatest is kept. Billed cost is FOCUS's:
   * zero on usage that a Savings Plan covers.
   */
  public static Dataset<Row> perService(Dataset<Row> folded) {
    return SpendPerService.of(folded);
  }

  /**
   * What FOCUS calls BilledCost: usage that a Savings Plan covers is billed with the plan, so the
   * line and the negation that takes it back are both zero.
   */
  static Column billedCost() {
    return when(
            col(CHARGE_TYPE)
                .isin(ChargeTypes.SAVINGS_PLAN_COVERED_USAGE, ChargeTypes.SAVINGS_PLAN_NEGATION),
            0L)
        .otherwise(col(BILLED));
  }

  /** The sums of {@link #SUMS} from the index given on, each under its own name. */
  static Column[] sums(int from) {
    return SUMS.subList(from, SUMS.size()).stream()
        .map(name -> sum(col(name)).as(name))
        .toArray(Column[]::new);
  }

  /** A tag's column; the key has a colon. */
  static Column tag(String key) {
    return col("`" + CanonicalBill.tagColumn(key) + "`");
  }
}
