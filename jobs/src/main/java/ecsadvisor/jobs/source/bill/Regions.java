package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Where a line's usage took place. */
final class Regions {
  private Regions() {}

  /**
   * The region of a line with columns {@code resource} and {@code usage_type}: of data transfer
   * that of the resource's ARN (the column names either end of the way), else the column's or the
   * ARN's; empty where none tells.
   */
  static Column of(Column column) {
    Column ofArn = substring_index(substring_index(col("resource"), ":", 4), ":", -1);
    Column isArn = col("resource").startsWith("arn:");
    Column transfer = col("usage_type").endsWith("-Bytes");
    return coalesce(when(isArn.and(column.isNull().or(transfer)), ofArn), column, lit(""));
  }
}
