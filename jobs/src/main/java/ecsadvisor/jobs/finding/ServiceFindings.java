package ecsadvisor.jobs.finding;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import ecsadvisor.jobs.codec.RecordCodec;
import ecsadvisor.models.fact.RequestDay;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Joins what the inputs say of each service to one row, and has each row judged. */
public final class ServiceFindings {
  private static final String[] KEY = {"account_id", "region", "cluster_name", "service_name"};

  private ServiceFindings() {}

  /**
   * One row per service that any input names ({@link ServiceInput}).
   *
   * @param spend key columns and {@code spend}, from the bill
   * @param usage key columns and {@code usage}, from the telemetry
   * @param configs the inventory's services
   * @param requests requests through load balancers, by service
   * @param filter which accounts, regions and clusters are wanted
   */
  public static Dataset<Row> join(
      SparkSession spark,
      Dataset<Row> spend,
      Dataset<Row> usage,
      Map<ServiceKey, ServiceConfig> configs,
      Map<ServiceKey, List<RequestDay>> requests,
      ServiceFilter filter) {
    RecordCodec<ServiceConfigRow> codec = RecordCodec.of(ServiceConfigRow.class);
    List<Row> rows = new ArrayList<>();
    configs.forEach(
        (key, config) ->
            rows.add(
                codec.toRow(
                    new ServiceConfigRow(
                        key.accountId(),
                        key.region(),
                        key.clusterName(),
                        key.serviceName(),
                        config,
                        requests.getOrDefault(key, List.of())))));
    Dataset<Row> inventory = spark.createDataFrame(rows, codec.schema());
    Dataset<Row> joined =
        outer(
            outer(inventory, "config,requests", spend, "spend"),
            "config,requests,spend",
            usage,
            "usage");
    return joined.where(filter.condition()).select(RecordCodec.of(ServiceInput.class).columns());
  }

  /**
   * Judges every service; ordered by service.
   *
   * @param priceCurrency currency of the price file, which counts where no bill does
   */
  public static List<ServiceFinding> judge(
      Dataset<Row> inputs,
      ControlsFactory controls,
      TagSettings tags,
      Window window,
      String priceCurrency) {
    RecordCodec<ServiceInput> input = RecordCodec.of(ServiceInput.class);
    LocalDate asOf = window.asOf();
    int lookbackDays = window.lookbackDays();
    MapPartitionsFunction<Row, ServiceFinding> judge =
        rows -> {
          ServiceJudge judgement =
              new ServiceJudge(controls.get(), tags, new Window(asOf, lookbackDays), priceCurrency);
          return mapped(rows, row -> judgement.judge(input.fromRow(row)));
        };
    // Findings hold what Spark has no column for, so they travel as serialized objects.
    List<ServiceFinding> findings =
        new ArrayList<>(
            inputs
                .mapPartitions(judge, Encoders.javaSerialization(ServiceFinding.class))
                .collectAsList());
    findings.sort(
        Comparator.comparing(
            finding ->
                new ServiceKey(
                    finding.service().accountId(),
                    finding.service().region(),
                    finding.service().clusterName(),
                    finding.service().serviceName())));
    return findings;
  }

  private static Iterator<ServiceFinding> mapped(
      Iterator<Row> rows, Function<Row, ServiceFinding> function) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public ServiceFinding next() {
        return function.apply(rows.next());
      }
    };
  }

  private static Dataset<Row> outer(
      Dataset<Row> left, String leftValues, Dataset<Row> right, String rightValue) {
    Dataset<Row> other = right;
    Column condition = col("left.account_id").equalTo(col("right.account_id"));
    for (int i = 1; i < KEY.length; i++) {
      condition = condition.and(col("left." + KEY[i]).equalTo(col("right." + KEY[i])));
    }
    List<Column> columns = new ArrayList<>();
    for (String key : KEY) {
      columns.add(coalesce(col("left." + key), col("right." + key)).as(key));
    }
    for (String value : leftValues.split(",", -1)) {
      columns.add(col("left." + value));
    }
    columns.add(col("right." + rightValue));
    return left.as("left")
        .join(other.as("right"), condition, "full_outer")
        .select(columns.toArray(new Column[0]));
  }
}
