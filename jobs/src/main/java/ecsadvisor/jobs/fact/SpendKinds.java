package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.bill.CanonicalBill.ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.BILLING_PERIOD;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CHARGE_TYPE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.COMMITMENT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.COMMITMENT_TERMS;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CURRENCY;
import static ecsadvisor.jobs.source.bill.CanonicalBill.HAS_RESERVATION;
import static ecsadvisor.jobs.source.bill.CanonicalBill.HAS_SAVINGS_PLAN;
import static ecsadvisor.jobs.source.bill.CanonicalBill.IS_SPLIT;
import static ecsadvisor.jobs.source.bill.CanonicalBill.IS_SPOT;
import static ecsadvisor.jobs.source.bill.CanonicalBill.PAYER_ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.PRODUCT_CODE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.REGION;
import static ecsadvisor.jobs.source.bill.CanonicalBill.RESOURCE_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.USAGE_TYPE;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import ecsadvisor.jobs.source.bill.ChargeTypes;
import ecsadvisor.jobs.source.bill.RegionPrefixes;
import ecsadvisor.jobs.source.bill.UsageTypes;
import ecsadvisor.models.fact.Attribution;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.UsageKind;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What was paid for and how it was bought, told once per group of lines and not once per line.
 *
 * <p>The lines are first added up by what they say: lines of ECS by their usage type, of which
 * there are a few per region, lines of other products by their kind, since their usage types are
 * thousands. The few sums that come out are then named and added up again.
 */
final class SpendKinds {
  /** The usage type of a line of ECS, the name of the kind of another line. */
  private static final String TYPE_OR_KIND = "type_or_kind";

  /** The line's yes and no answers and its attribution as one number, a short key to group by. */
  private static final String FLAGS = "flags";

  private static final int IS_ECS = 1;
  private static final int SAVINGS_PLAN = 2;
  private static final int RESERVATION = 4;
  private static final int SPOT = 8;
  private static final int SPLIT = 16;
  private static final int ATTRIBUTION = 32;

  /** What lines are first added up by, beside the wanted tags. */
  static final List<String> RAW_KEYS =
      List.of(
          BILLING_PERIOD,
          PAYER_ACCOUNT_ID,
          ACCOUNT_ID,
          REGION,
          SpendFacts.CLUSTER_NAME,
          SpendFacts.SERVICE_NAME,
          CHARGE_TYPE,
          CURRENCY,
          SpendFacts.EPOCH_DAY,
          TYPE_OR_KIND,
          FLAGS,
          SpendFacts.RESOURCE,
          SpendFacts.FAMILY,
          COMMITMENT_ID,
          COMMITMENT_TERMS);

  private SpendKinds() {}

  /** Adds the columns of {@link #RAW_KEYS} that attributed lines lack. */
  static Dataset<Row> raw(Dataset<Row> attributed) {
    Column isEcs = col(PRODUCT_CODE).equalTo("AmazonECS");
    return attributed
        .withColumn(HourlySums.HOUR, HourlySums.hour())
        .withColumn(
            TYPE_OR_KIND,
            when(isEcs, col(USAGE_TYPE))
                .otherwise(UsageTypes.kindOfOthers(col(PRODUCT_CODE), col(USAGE_TYPE))))
        .withColumn(
            FLAGS,
            bit(isEcs, IS_ECS)
                .plus(bit(col(HAS_SAVINGS_PLAN), SAVINGS_PLAN))
                .plus(bit(col(HAS_RESERVATION), RESERVATION))
                .plus(bit(col(IS_SPOT), SPOT))
                .plus(bit(col(IS_SPLIT), SPLIT))
                .plus(col(SpendAttribution.PLACED).multiply(ATTRIBUTION)))
        .withColumn(
            SpendFacts.RESOURCE, when(isShared(), col(RESOURCE_ID)).otherwise(SpendMeters.raw()))
        .withColumn(
            SpendFacts.FAMILY,
            when(
                    col(TYPE_OR_KIND).equalTo(UsageKind.EC2_INSTANCE.name()),
                    UsageTypes.instanceFamily(col(USAGE_TYPE)))
                .otherwise(
                    UsageTypes.committableFamilyOfOthers(col(PRODUCT_CODE), col(USAGE_TYPE))));
  }

  /** Gives sums by {@link #RAW_KEYS} the columns of {@link SpendFacts#KEYS}. */
  static Dataset<Row> named(Dataset<Row> sums) {
    Column isEcs = has(IS_ECS);
    Column type = col(TYPE_OR_KIND);
    return sums.withColumn(
            SpendFacts.USAGE_KIND, when(isEcs, UsageTypes.kindOfEcs(type)).otherwise(type))
        .withColumn(
            SpendFacts.PLATFORM,
            when(isEcs, UsageTypes.platformOfEcs(type)).otherwise(Platform.UNKNOWN.name()))
        .withColumn(SpendFacts.PURCHASE_OPTION, purchaseOption())
        .withColumn(SpendFacts.FAMILY, family())
        .withColumn(IS_SPLIT, has(SPLIT))
        .withColumn(SpendFacts.ATTRIBUTION, attribution())
        .withColumn(
            REGION,
            when(isEcs.and(col(REGION).equalTo("")), coalesce(RegionPrefixes.region(type), lit("")))
                .otherwise(col(REGION)));
  }

  /**
   * Whether services may share what the line names. Volumes are told from snapshots, of which there
   * are many more, by their id.
   */
  private static Column isShared() {
    Column kind = col(TYPE_OR_KIND);
    return kind.isin(
            UsageKind.EC2_INSTANCE.name(),
            UsageKind.LOAD_BALANCER_HOURS.name(),
            UsageKind.LOAD_BALANCER_CAPACITY.name(),
            UsageKind.NAT_GATEWAY.name(),
            UsageKind.ECR_STORAGE.name())
        .or(
            kind.equalTo(UsageKind.EBS_STORAGE.name())
                .and(coalesce(col(RESOURCE_ID).contains("vol-"), lit(false))));
  }

  /** What a commitment can cover: usage of Fargate, Lambda and EC2, but neither Spot nor splits. */
  private static Column family() {
    Column isFargate =
        col(SpendFacts.USAGE_KIND)
            .isin(UsageKind.FARGATE_VCPU.name(), UsageKind.FARGATE_MEMORY.name());
    Column bought =
        col(SpendFacts.PURCHASE_OPTION)
            .isin(
                PurchaseOption.ON_DEMAND.name(),
                PurchaseOption.SAVINGS_PLAN.name(),
                PurchaseOption.RESERVED.name());
    return when(
        bought.and(not(has(SPLIT))),
        when(isFargate, UsageTypes.FARGATE).otherwise(col(SpendFacts.FAMILY)));
  }

  private static Column purchaseOption() {
    return when(not(ChargeTypes.isUsage(col(CHARGE_TYPE))), PurchaseOption.NONE.name())
        .when(has(SAVINGS_PLAN), PurchaseOption.SAVINGS_PLAN.name())
        .when(has(RESERVATION), PurchaseOption.RESERVED.name())
        .when(has(SPOT), PurchaseOption.SPOT.name())
        .otherwise(PurchaseOption.ON_DEMAND.name());
  }

  private static Column attribution() {
    Column code = floor(col(FLAGS).divide(ATTRIBUTION)).cast("int");
    Column name = lit(Attribution.NOT_ECS.name());
    for (Attribution attribution : Attribution.values()) {
      name =
          when(code.equalTo(SpendAttribution.code(attribution)), attribution.name())
              .otherwise(name);
    }
    return name;
  }

  private static Column bit(Column condition, int value) {
    return when(condition, value).otherwise(0);
  }

  private static Column has(int bit) {
    return col(FLAGS).bitwiseAND(bit).equalTo(bit);
  }
}
