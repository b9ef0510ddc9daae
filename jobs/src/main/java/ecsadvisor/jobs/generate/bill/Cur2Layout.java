package ecsadvisor.jobs.generate.bill;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.Column;

/** A CUR 2.0 data export in overwrite mode. */
final class Cur2Layout implements Layout {
  private static final String EXPORT = "larkspur-cur2";

  @Override
  public List<Column> columns(String payerId, String payerName, List<String> lineColumns) {
    return CurColumns.columns(payerId, payerName, lineColumns);
  }

  @Override
  public String dataFolder(YearMonth month) {
    return "data/BILLING_PERIOD=" + month;
  }

  @Override
  public String manifest(YearMonth month) {
    return "metadata/BILLING_PERIOD=" + month + "/" + EXPORT + "-Manifest.json";
  }

  @Override
  public String fileStem() {
    return EXPORT;
  }

  @Override
  public void describe(
      ObjectNode manifest, YearMonth month, String executionId, List<String> files) {
    exportManifest(manifest, month, executionId, files, EXPORT, "COST_AND_USAGE_REPORT");
  }

  /** The manifest of a data export. */
  static void exportManifest(
      ObjectNode manifest,
      YearMonth month,
      String executionId,
      List<String> files,
      String export,
      String table) {
    manifest.put("exportName", export);
    manifest.put("table", table);
    manifest.put("executionId", executionId);
    manifest.put("format", "PARQUET");
    manifest.put("compression", "PARQUET");
    ObjectNode period = manifest.putObject("billingPeriod");
    period.put("start", month.atDay(1) + "T00:00:00Z");
    period.put("end", month.plusMonths(1).atDay(1) + "T00:00:00Z");
    ArrayNode names = manifest.putArray("dataFiles");
    for (String file : files) {
      names.add("s3://larkspur-billing/exports/" + export + "/" + file);
    }
  }
}
