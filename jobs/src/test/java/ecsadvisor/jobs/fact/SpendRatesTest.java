package ecsadvisor.jobs.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.jobs.fixture.SparkTest;
import ecsadvisor.jobs.source.bill.BillTable;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.price.BillRates;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class SpendRatesTest {
  private static final String VCPU = "EUW1-Fargate-vCPU-Hours:perCPU";
  private static final String SPOT = "EUW1-SpotUsage-Fargate-vCPU-Hours:perCPU";

  @TempDir Path folder;

  @Test
  void rateIsCostOverUsageWithItsShareOfTheDiscounts(SparkSession spark) {
    BillTable table = BillTable.cur2();
    line(table, "Usage", VCPU, 10, 0.40, 0.40);
    line(table, "Usage", SPOT, 10, 0.10, 0.10);
    line(table, "EdpDiscount", VCPU, 0, -0.04, 0);
    line(table, "EdpDiscount", SPOT, 0, -0.01, 0);
    line(table, "Tax", VCPU, 0, 9.0, 0);
    Window november = new Window(LocalDate.of(2025, 11, 30), 30);
    List<BillRates.Rate> rates =
        SpendRates.of(FoldedBill.of(spark, folder, table), november).rates();
    assertEquals(
        List.of(PurchaseOption.ON_DEMAND, PurchaseOption.SPOT),
        rates.stream().map(BillRates.Rate::purchaseOption).toList());
    assertEquals(10, rates.get(0).usage());
    assertEquals(0.036, rates.get(0).effective(), 1e-12);
    assertEquals(0.040, rates.get(0).list(), 1e-12);
    assertEquals(0.009, rates.get(1).effective(), 1e-12);
  }

  @Test
  void usageOutsideTheWindowSaysNothing(SparkSession spark) {
    BillTable table = BillTable.cur2();
    line(table, "Usage", VCPU, 10, 0.40, 0.40);
    Window december = new Window(LocalDate.of(2025, 12, 31), 31);
    assertEquals(BillRates.NONE, SpendRates.of(FoldedBill.of(spark, folder, table), december));
  }

  private static void line(
      BillTable table, String type, String usageType, double usage, double cost, double list) {
    table.line(
        "line_item_line_item_type",
        type,
        "line_item_usage_type",
        usageType,
        "line_item_usage_amount",
        usage,
        "line_item_unblended_cost",
        cost,
        "pricing_public_on_demand_cost",
        list);
  }
}
