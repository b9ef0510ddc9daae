package ecsadvisor.jobs.generate.bill;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;

/**
 * A legacy Cost and Usage Report for Athena: no maps, a column for each tag, no account names, and
 * only columns that some line fills.
 */
final class LegacyLayout implements Layout {
  private static final String REPORT = "larkspur-cur";
  private static final Set<String> ABSENT =
      Set.of(
          "bill_payer_account_name",
          "line_item_usage_account_name",
          "cost_category",
          "discount",
          "discount_bundled_discount",
          "product",
          "resource_tags");
  private static final List<String> TAGS =
      List.of("aws_ecs_cluster_name", "aws_ecs_service_name", "user_environment", "user_team");

  @Override
  public List<Column> columns(String payerId, String payerName, List<String> lineColumns) {
    List<String> names = CurColumns.names();
    List<Column> all = CurColumns.columns(payerId, payerName, lineColumns);
    List<Column> columns = new ArrayList<>();
    for (int index = 0; index < all.size(); index++) {
      String name = names.get(index);
      boolean neverFilled =
          (name.startsWith("reservation_net") || name.startsWith("savings_plan_net"))
              && !lineColumns.contains(name);
      if (!ABSENT.contains(name) && !neverFilled) {
        columns.add(all.get(index));
      }
    }
    columns.add(col("product_name").as("product_product_name"));
    columns.add(col("region").as("product_region"));
    for (String tag : TAGS) {
      columns.add(element_at(col("tags"), lit(tag)).as("resource_tags_" + tag));
    }
    return columns;
  }

  @Override
  public String dataFolder(YearMonth month) {
    return REPORT + "/" + REPORT + "/year=" + month.getYear() + "/month=" + month.getMonthValue();
  }

  @Override
  public String manifest(YearMonth month) {
    return dataFolder(month) + "/" + REPORT + "-Manifest.json";
  }

  @Override
  public String fileStem() {
    return REPORT;
  }

  @Override
  public void describe(
      ObjectNode manifest, YearMonth month, String executionId, List<String> files) {
    manifest.put("assemblyId", executionId);
    manifest.put("charset", "UTF-8");
    manifest.put("compression", "Parquet");
    manifest.put("contentType", "Parquet");
    manifest.put("reportName", REPORT);
    manifest.put("bucket", "larkspur-billing");
    ObjectNode period = manifest.putObject("billingPeriod");
    period.put("start", compact(month));
    period.put("end", compact(month.plusMonths(1)));
    ArrayNode keys = manifest.putArray("reportKeys");
    for (String file : files) {
      keys.add("reports/" + file);
    }
  }

  private static String compact(YearMonth month) {
    return month.toString().replace("-", "") + "01T000000.000Z";
  }
}
