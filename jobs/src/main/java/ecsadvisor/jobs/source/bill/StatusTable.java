package ecsadvisor.jobs.source.bill;

import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** AWS's status table beside a legacy report: READY, or UPDATING while a delivery is written. */
final class StatusTable {
  private StatusTable() {}

  static void warn(SparkSession spark, BillListing listing, List<String> warnings) {
    for (FileStatus file : listing.status()) {
      String uri = file.getPath().toString();
      for (Row row : spark.read().parquet(uri).select("status").distinct().collectAsList()) {
        if ("UPDATING".equals(row.getString(0))) {
          warnings.add(
              "%s: AWS is delivering this report (status UPDATING); its latest month may be incomplete"
                  .formatted(listing.uri()));
        }
      }
    }
  }
}
