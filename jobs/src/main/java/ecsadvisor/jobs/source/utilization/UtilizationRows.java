package ecsadvisor.jobs.source.utilization;

import ecsadvisor.jobs.source.FileQuality;
import ecsadvisor.jobs.source.file.QualityRows;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The one schema of what the utilization readers hand over: points of a series on a day (column
 * {@code points} set), the same of a load balancer ({@code row_kind} BALANCER, its dimensions in
 * {@code cluster_name} and {@code service_name}), a task's service ({@code row_kind} TASK), or a
 * file's counts ({@code quality} set).
 */
final class UtilizationRows {
  static final String POINTS = "POINTS";
  static final String BALANCER = "BALANCER";
  static final String TASK = "TASK";
  static final String QUALITY = "QUALITY";

  static final StructType SCHEMA =
      new StructType()
          .add("row_kind", DataTypes.StringType)
          .add("account_id", DataTypes.StringType)
          .add("region", DataTypes.StringType)
          .add("cluster_name", DataTypes.StringType)
          .add("service_name", DataTypes.StringType)
          .add("container", DataTypes.StringType)
          .add("task_id", DataTypes.StringType)
          .add("source", DataTypes.StringType)
          .add("metric", DataTypes.StringType)
          .add("day", DataTypes.DateType)
          .add("points", DataTypes.BinaryType)
          .add("quality", QualityRows.SCHEMA);

  private UtilizationRows() {}

  static Row points(SeriesKey key, int epochDay, byte[] packed) {
    return RowFactory.create(
        POINTS,
        key.accountId,
        key.region,
        key.clusterName,
        key.serviceName,
        key.container,
        key.taskId,
        key.source.name(),
        key.metric.name(),
        Date.valueOf(LocalDate.ofEpochDay(epochDay)),
        packed,
        null);
  }

  static Row balancer(BalancerStore.Series key, int epochDay, byte[] packed) {
    return RowFactory.create(
        BALANCER,
        key.accountId(),
        key.region(),
        key.loadBalancer(),
        key.targetGroup(),
        null,
        null,
        null,
        key.metric().metricName,
        Date.valueOf(LocalDate.ofEpochDay(epochDay)),
        packed,
        null);
  }

  static Row task(PointStore.Task task) {
    return RowFactory.create(
        TASK,
        task.accountId(),
        task.region(),
        task.clusterName(),
        task.serviceName(),
        null,
        task.taskId(),
        null,
        null,
        null,
        null,
        null);
  }

  static Row quality(FileQuality quality) {
    return RowFactory.create(
        QUALITY,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        QualityRows.of(quality));
  }
}
