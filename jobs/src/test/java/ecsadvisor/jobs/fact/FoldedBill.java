package ecsadvisor.jobs.fact;

import ecsadvisor.jobs.source.bill.BillSource;
import ecsadvisor.jobs.source.bill.BillTable;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A bill written out in a test, read and folded; no inventory. */
final class FoldedBill {
  private FoldedBill() {}

  static Dataset<Row> of(SparkSession spark, Path folder, BillTable table) {
    Path file = table.write(spark, folder.resolve(UUID.randomUUID() + ".parquet"));
    return SpendFacts.fold(
        BillSource.read(spark, BillSource.find(spark, List.of(file.toString())), List.of()).rows(),
        spark.createDataFrame(
            List.of(),
            new StructType()
                .add("resource_id", DataTypes.StringType)
                .add("cluster_name", DataTypes.StringType)
                .add("service_name", DataTypes.StringType)),
        List.of());
  }

  /** A price in money units. */
  static long money(double currency) {
    return Math.round(currency * 1e10);
  }
}
