package ecsadvisor.jobs.fact;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import ecsadvisor.models.fact.Window;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * Folds packed points to one row per service: account_id, region, cluster_name, service_name, usage
 * (the struct of {@link ecsadvisor.models.fact.Usage}).
 *
 * <p>Spark brings the points of one service, container and day together; {@link UsageDay} merges
 * and folds them in plain Java, and Spark collects the days, sorted. The same points give the same
 * rows whatever the number and order of files and partitions, and however often a record came.
 *
 * <p>Points whose account or region is not known (events of services and containers do not say)
 * take the one place in which their cluster was seen elsewhere; where there is none, or more than
 * one, they stay under an empty account or region.
 */
public final class UsageFacts {
  private static final String[] USING_CLUSTER = {"cluster_name"};

  private UsageFacts() {}

  /**
   * The usage of each service.
   *
   * @param packed what {@link ecsadvisor.jobs.source.utilization.UtilizationSource#read} gives
   * @param window the days to keep, or null for all
   */
  public static Dataset<Row> perService(Dataset<Row> packed, @Nullable Window window) {
    Dataset<Row> points = packed.filter(col("row_kind").equalTo("POINTS"));
    Dataset<Row> wanted =
        window == null
            ? points
            : points.filter(col("day").between(day(window.firstDay()), day(window.asOf())));
    return days(located(wanted, places(points)))
        .groupBy("account_id", "region", "cluster_name", "service_name", "container", "metric")
        .agg(
            functions.first("metric_order").as("metric_order"),
            sort_array(collect_list(col("day_usage"))).as("days"))
        .groupBy("account_id", "region", "cluster_name", "service_name")
        .agg(
            sort_array(
                    collect_list(
                        struct(col("metric_order"), col("container"), col("metric"), col("days"))))
                .as("metrics"))
        .select(
            col("account_id"),
            col("region"),
            col("cluster_name"),
            col("service_name"),
            struct(
                    transform(
                            col("metrics"),
                            entry ->
                                struct(
                                    entry.getField("metric").as("metric"),
                                    entry.getField("container").as("container"),
                                    entry.getField("days").as("days")))
                        .as("metrics"))
                .as("usage"));
  }

  private static Column day(LocalDate day) {
    return lit(day.toString()).cast("date");
  }

  /** The known places of each cluster: cluster_name, places (account_id, region). */
  private static Dataset<Row> places(Dataset<Row> points) {
    return points
        .filter(col("account_id").notEqual("").and(col("region").notEqual("")))
        .groupBy("cluster_name")
        .agg(collect_set(struct(col("account_id"), col("region"))).as("places"));
  }

  private static Dataset<Row> located(Dataset<Row> points, Dataset<Row> places) {
    Column fitting =
        filter(
            col("places"),
            place ->
                col("account_id")
                    .isin("", place.getField("account_id"))
                    .and(col("region").isin("", place.getField("region"))));
    Column only = when(size(fitting).equalTo(1), element_at(fitting, 1));
    return points
        .join(functions.broadcast(places), USING_CLUSTER, "left")
        .withColumn("place", only)
        .withColumn("account_id", coalesce(col("place.account_id"), col("account_id")))
        .withColumn("region", coalesce(col("place.region"), col("region")));
  }

  private static Dataset<Row> days(Dataset<Row> points) {
    return points
        .groupBy("account_id", "region", "cluster_name", "service_name", "container", "day")
        .agg(
            collect_list(struct(col("metric"), col("source"), col("task_id"), col("points")))
                .as("series"))
        .select(
            col("account_id"),
            col("region"),
            col("cluster_name"),
            col("service_name"),
            col("container"),
            datediff(col("day"), lit("1970-01-01").cast("date")).as("epoch_day"),
            col("series"))
        .flatMap(UsageDay::rows, Encoders.row(UsageDay.SCHEMA));
  }
}
