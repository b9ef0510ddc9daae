package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.bill.CanonicalBill.CHARGE_TYPE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.PRODUCT_CODE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.RESOURCE_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.TAG_CLUSTER;
import static ecsadvisor.jobs.source.bill.CanonicalBill.TAG_SERVICE;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import ecsadvisor.jobs.source.bill.ChargeTypes;
import ecsadvisor.models.fact.Attribution;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the service or cluster of each line of the bill, most certain evidence first.
 *
 * <pre>
 * SERVICE_TAG    tag aws:ecs:serviceName; cluster from its tag, the task's ARN or the inventory
 * TASK_ARN       the task is known to inventory or telemetry
 * CLUSTER_ONLY   the task's ARN or the cluster tag names a cluster, or the EC2 instance is known
 * OTHER_ECS      a line of ECS that names no cluster
 * NOT_ECS        the rest, and all fees of commitments
 * </pre>
 */
final class SpendAttribution {
  /** The line's {@link Attribution} as its {@link #code}. */
  static final String PLACED = "placed";

  private static final String LOOKUP = "lookup_id";
  private static final String KNOWN_ID = "known_id";
  private static final String KNOWN_CLUSTER = "known_cluster";
  private static final String KNOWN_SERVICE = "known_service";
  private static final String CLUSTER = "line_cluster";
  private static final String IS_TASK = "is_task";

  private SpendAttribution() {}

  /**
   * Adds {@link SpendFacts#CLUSTER_NAME}, {@link SpendFacts#SERVICE_NAME} and {@link #PLACED}. No
   * line is lost or doubled: the known resources are made distinct, and a line without an id is not
   * looked up.
   */
  static Dataset<Row> attribute(Dataset<Row> bill, Dataset<Row> resources) {
    Column resource = col(RESOURCE_ID);
    Column isTask =
        coalesce(
            resource
                .startsWith("arn:")
                .and(resource.contains(":ecs:"))
                .and(resource.contains(":task/")),
            lit(false));
    Column cluster = coalesce(col(TAG_CLUSTER), when(col(IS_TASK), clusterOfTask()));
    Column lookup =
        when(
            not(ChargeTypes.isCommitment(col(CHARGE_TYPE))),
            when(col(IS_TASK), when(col(TAG_SERVICE).isNull().or(col(CLUSTER).isNull()), resource))
                .when(col(TAG_SERVICE).isNull().and(resource.startsWith("i-")), resource)
                .when(
                    col(TAG_SERVICE).isNull().and(resource.contains(":instance/i-")),
                    substring_index(resource, "/", -1)));
    Dataset<Row> looked =
        bill.withColumn(IS_TASK, isTask)
            .withColumn(CLUSTER, cluster)
            .withColumn(LOOKUP, lookup)
            .join(broadcast(distinct(resources)), col(LOOKUP).equalTo(col(KNOWN_ID)), "left_outer");
    Column anyCluster = coalesce(col(CLUSTER), col(KNOWN_CLUSTER));
    Column attribution =
        when(ChargeTypes.isCommitment(col(CHARGE_TYPE)), code(Attribution.NOT_ECS))
            .when(
                anyCluster.isNotNull(),
                when(col(TAG_SERVICE).isNotNull(), code(Attribution.SERVICE_TAG))
                    .when(
                        col(IS_TASK).and(col(KNOWN_SERVICE).isNotNull()),
                        code(Attribution.TASK_ARN))
                    .otherwise(code(Attribution.CLUSTER_ONLY)))
            .when(
                col(PRODUCT_CODE).equalTo("AmazonECS").or(col(TAG_SERVICE).isNotNull()),
                code(Attribution.OTHER_ECS))
            .otherwise(code(Attribution.NOT_ECS));
    Column names = not(ChargeTypes.isCommitment(col(CHARGE_TYPE))).and(anyCluster.isNotNull());
    return looked
        .withColumn(PLACED, attribution)
        .withColumn(SpendFacts.CLUSTER_NAME, when(names, anyCluster))
        .withColumn(
            SpendFacts.SERVICE_NAME,
            when(names, coalesce(col(TAG_SERVICE), when(col(IS_TASK), col(KNOWN_SERVICE)))));
  }

  /** A small number for an attribution, to group by. */
  static int code(Attribution attribution) {
    return switch (attribution) {
      case SERVICE_TAG -> 0;
      case TASK_ARN -> 1;
      case CLUSTER_ONLY -> 2;
      case OTHER_ECS -> 3;
      case NOT_ECS -> 4;
    };
  }

  /** {@code .../task/cluster/id} names the cluster; the old form {@code .../task/id} does not. */
  private static Column clusterOfTask() {
    Column afterTask = substring_index(col(RESOURCE_ID), ":task/", -1);
    return when(afterTask.contains("/"), substring_index(afterTask, "/", 1));
  }

  private static Dataset<Row> distinct(Dataset<Row> resources) {
    return resources
        .where(col("resource_id").isNotNull().and(col("resource_id").notEqual("")))
        .groupBy(col("resource_id").as(KNOWN_ID))
        .agg(
            max(when(col("cluster_name").notEqual(""), col("cluster_name"))).as(KNOWN_CLUSTER),
            max(when(col("service_name").notEqual(""), col("service_name"))).as(KNOWN_SERVICE));
  }
}
