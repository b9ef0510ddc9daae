package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.bill.CanonicalBill.ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CHARGE_TYPE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CURRENCY;
import static ecsadvisor.jobs.source.bill.CanonicalBill.EFFECTIVE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.IS_SPLIT;
import static ecsadvisor.jobs.source.bill.CanonicalBill.PAYER_ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.PRODUCT_CODE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.REGION;
import static ecsadvisor.jobs.source.bill.CanonicalBill.RESOURCE_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.USAGE_AMOUNT;
import static ecsadvisor.jobs.source.bill.CanonicalBill.USAGE_TYPE;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import ecsadvisor.jobs.source.bill.ChargeTypes;
import ecsadvisor.jobs.source.bill.UsageTypes;
import ecsadvisor.models.fact.BillMeter;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.fact.Window;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The bill's meters that prove something about security: those of the products that watch, record,
 * back up and encrypt, of public addresses and endpoints, and of log groups that received data.
 *
 * <p>In the fold such a line names its meter in place of a resource ({@link #raw}), so the bill is
 * read once. Logs of Lambda functions, which are many and none of ours, are not told apart.
 */
public final class SpendMeters {
  private static final String PREFIX = "meter:";

  /** A region's short or full code in front of a usage type. */
  private static final Pattern REGION_PREFIX =
      Pattern.compile("^(?:EU|[A-Z]{2,3}\\d|[a-z]{2}-(?:[a-z]{1,12}-){1,3}\\d)-");

  private static final String METER = "meter";

  static final Comparator<BillMeter> ORDER =
      Comparator.comparing(BillMeter::accountId)
          .thenComparing(BillMeter::region)
          .thenComparing(BillMeter::meter)
          .thenComparing(BillMeter::payerAccountId)
          .thenComparing(BillMeter::currency);

  private SpendMeters() {}

  /** What a line of the bill names as its meter; null for most. */
  static Column raw() {
    Column product = col(PRODUCT_CODE);
    Column type = col(USAGE_TYPE);
    Column network =
        product
            .equalTo("AmazonVPC")
            .and(type.contains("PublicIPv4:").or(type.contains("VpcEndpoint-Hours")));
    Column logs =
        product
            .equalTo("AmazonCloudWatch")
            .and(type.endsWith("DataProcessing-Bytes"))
            .and(col(RESOURCE_ID).contains(":log-group:"))
            .and(not(col(RESOURCE_ID).contains(":log-group:/aws/lambda/")));
    return when(
        ChargeTypes.isUsage(col(CHARGE_TYPE)),
        when(
                UsageTypes.isEvidence(product).or(network),
                concat(lit(PREFIX), product, lit("/"), type))
            .when(logs, concat(lit(PREFIX), col(RESOURCE_ID))));
  }

  /** Whether a folded row is of a meter and not of a resource. */
  static Column isMeter(Column resource) {
    return coalesce(resource.startsWith(PREFIX), lit(false));
  }

  /**
   * One entry per payer, account, region and meter of folded lines ({@link SpendFacts#fold}) in the
   * window, sorted; runs an action. The vCPU-hours of Fargate on Linux are a meter of their own,
   * {@link BillMeter#FARGATE_VCPU_HOURS}.
   */
  public static List<BillMeter> of(Dataset<Row> folded, Window window) {
    Column fargate =
        col(SpendFacts.USAGE_KIND)
            .equalTo(UsageKind.FARGATE_VCPU.name())
            .and(col(SpendFacts.PLATFORM).notEqual(Platform.WINDOWS.name()))
            .and(ChargeTypes.isUsage(col(CHARGE_TYPE)))
            .and(not(col(IS_SPLIT)));
    List<Row> sums =
        folded
            .where(
                col(SpendFacts.DAY)
                    .between(
                        lit(window.firstDay().toString()).cast("date"),
                        lit(window.asOf().toString()).cast("date")))
            .withColumn(
                METER,
                when(isMeter(col(SpendFacts.RESOURCE)), col(SpendFacts.RESOURCE))
                    .when(fargate, PREFIX + BillMeter.FARGATE_VCPU_HOURS))
            .where(col(METER).isNotNull())
            .groupBy(col(PAYER_ACCOUNT_ID), col(ACCOUNT_ID), col(REGION), col(METER), col(CURRENCY))
            .agg(count_distinct(col(SpendFacts.DAY)), sum(col(USAGE_AMOUNT)), sum(col(EFFECTIVE)))
            .collectAsList();
    Map<List<String>, BillMeter> meters = new HashMap<>();
    for (Row row : sums) {
      BillMeter meter =
          meter(
              row.getString(0),
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              (int) row.getLong(5),
              row.getLong(6),
              row.getLong(7));
      meters.merge(
          List.of(
              meter.payerAccountId(),
              meter.accountId(),
              meter.region(),
              meter.meter(),
              meter.currency()),
          meter,
          SpendMeters::both);
    }
    return meters.values().stream().sorted(ORDER).toList();
  }

  /** A meter of the sums of its lines. */
  static BillMeter meter(
      String payer,
      String account,
      String region,
      String named,
      String currency,
      int days,
      long usage,
      long effective) {
    String raw = named.substring(PREFIX.length());
    int group = raw.indexOf(":" + BillMeter.LOG_GROUP);
    String product = raw.substring(0, Math.max(0, raw.indexOf('/')));
    String name =
        group >= 0
            ? withoutStreams(raw.substring(group + 1))
            : product
                + "/"
                + REGION_PREFIX.matcher(raw.substring(raw.indexOf('/') + 1)).replaceFirst("");
    boolean precise = product.equals("AmazonECS") || product.equals("AmazonVPC");
    return new BillMeter(
        payer,
        account,
        region,
        name,
        currency,
        days,
        precise && group < 0
            ? MoneyUnits.toUsage(usage)
            : (double) usage / UsageTypes.PER_EVIDENCE_UNIT,
        MoneyUnits.toCurrency(effective));
  }

  /** The same meter under two prefixes of a region. */
  private static BillMeter both(BillMeter a, BillMeter b) {
    return new BillMeter(
        a.payerAccountId(),
        a.accountId(),
        a.region(),
        a.meter(),
        a.currency(),
        Math.max(a.days(), b.days()),
        a.amount() + b.amount(),
        a.effectiveCost() + b.effectiveCost());
  }

  private static String withoutStreams(String group) {
    return group.endsWith(":*") ? group.substring(0, group.length() - 2) : group;
  }
}
