package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.bill.CanonicalBill.ACCOUNT_ID;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CHARGE_TYPE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.CURRENCY;
import static ecsadvisor.jobs.source.bill.CanonicalBill.EFFECTIVE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.LIST;
import static ecsadvisor.jobs.source.bill.CanonicalBill.REGION;
import static ecsadvisor.jobs.source.bill.CanonicalBill.USAGE_AMOUNT;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import ecsadvisor.jobs.source.bill.ChargeTypes;
import ecsadvisor.models.fact.MoneyUnits;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.PurchaseOption;
import ecsadvisor.models.fact.UsageKind;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.price.BillRates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a vCPU-hour and a GB-hour of Fargate cost in each account and region.
 *
 * <pre>
 * effective = (effective cost of the option + its share of the negotiated discounts) / usage
 * list      = list cost of the option / usage
 * </pre>
 *
 * <p>A discount line does not say how the usage was bought. It takes a percentage off usage on
 * demand and on Spot alike, so the discounts of a kind are shared among these two by their cost.
 * The Windows licence, which is metered apart, is not in the vCPU-hour.
 */
public final class SpendRates {
  private static final List<String> PLACE =
      List.of(ACCOUNT_ID, REGION, SpendFacts.PLATFORM, SpendFacts.USAGE_KIND, CURRENCY);

  private static final Comparator<BillRates.Rate> ORDER =
      Comparator.comparing(BillRates.Rate::accountId)
          .thenComparing(BillRates.Rate::region)
          .thenComparing(BillRates.Rate::platform)
          .thenComparing(BillRates.Rate::purchaseOption)
          .thenComparing(BillRates.Rate::usageKind)
          .thenComparing(BillRates.Rate::currency);

  private static final int USAGE_AT = 6;
  private static final int EFFECTIVE_AT = 7;
  private static final int LIST_AT = 8;

  private SpendRates() {}

  /** The rates of folded lines ({@link SpendFacts#fold}) in the window, sorted; runs an action. */
  public static BillRates of(Dataset<Row> folded, Window window) {
    return of(sums(folded, window));
  }

  /**
   * The rates of sums: account, region, platform, kind, currency, purchase option, usage, effective
   * and list cost.
   */
  static BillRates of(List<Row> sums) {
    Map<List<String>, Long> discounts = new HashMap<>();
    Map<List<String>, Long> discountable = new HashMap<>();
    List<Row> usage = new ArrayList<>();
    for (Row row : sums) {
      PurchaseOption option = option(row);
      if (option == PurchaseOption.NONE) {
        discounts.merge(place(row), row.getLong(EFFECTIVE_AT), Math::addExact);
        continue;
      }
      usage.add(row);
      if (isDiscountable(option)) {
        discountable.merge(place(row), row.getLong(EFFECTIVE_AT), Math::addExact);
      }
    }
    List<BillRates.Rate> rates = new ArrayList<>();
    for (Row row : usage) {
      double amount = MoneyUnits.toUsage(row.getLong(USAGE_AT));
      if (amount <= 0) {
        continue;
      }
      double effective = MoneyUnits.toCurrency(row.getLong(EFFECTIVE_AT));
      double cost = MoneyUnits.toCurrency(discountable.getOrDefault(place(row), 0L));
      if (isDiscountable(option(row)) && cost > 0) {
        double discount = MoneyUnits.toCurrency(discounts.getOrDefault(place(row), 0L));
        effective = Math.max(0, effective * (1 + discount / cost));
      }
      rates.add(
          new BillRates.Rate(
              row.getString(0),
              row.getString(1),
              Platform.valueOf(row.getString(2)),
              option(row),
              UsageKind.valueOf(row.getString(3)),
              row.getString(4),
              amount,
              effective / amount,
              MoneyUnits.toCurrency(row.getLong(LIST_AT)) / amount));
    }
    rates.sort(ORDER);
    return new BillRates(rates);
  }

  private static List<Row> sums(Dataset<Row> folded, Window window) {
    Column option = col(SpendFacts.PURCHASE_OPTION);
    List<Column> keys = new ArrayList<>(PLACE.stream().map(name -> col(name)).toList());
    keys.add(option);
    return folded
        .where(
            col(SpendFacts.USAGE_KIND)
                .isin(UsageKind.FARGATE_VCPU.name(), UsageKind.FARGATE_MEMORY.name()))
        .where(col(SpendFacts.DAY).between(date(window.firstDay()), date(window.asOf())))
        .where(
            option
                .notEqual(PurchaseOption.NONE.name())
                .or(ChargeTypes.isDiscount(col(CHARGE_TYPE))))
        .groupBy(keys.toArray(new Column[0]))
        .agg(
            sum(col(USAGE_AMOUNT)).as(USAGE_AMOUNT),
            sum(col(EFFECTIVE)).as(EFFECTIVE),
            sum(col(LIST)).as(LIST))
        .collectAsList();
  }

  private static boolean isDiscountable(PurchaseOption option) {
    return option == PurchaseOption.ON_DEMAND || option == PurchaseOption.SPOT;
  }

  private static List<String> place(Row row) {
    return List.of(
        row.getString(0), row.getString(1), row.getString(2), row.getString(3), row.getString(4));
  }

  private static PurchaseOption option(Row row) {
    return PurchaseOption.valueOf(row.getString(5));
  }

  private static Column date(LocalDate day) {
    return lit(day.toString()).cast("date");
  }
}
