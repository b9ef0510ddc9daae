package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;

/** The line item types of AWS's bill. The list is open: an unknown type costs what it is billed. */
public final class ChargeTypes {
  public static final String USAGE = "Usage";
  public static final String DISCOUNTED_USAGE = "DiscountedUsage";
  public static final String SAVINGS_PLAN_COVERED_USAGE = "SavingsPlanCoveredUsage";
  public static final String SAVINGS_PLAN_NEGATION = "SavingsPlanNegation";
  public static final String SAVINGS_PLAN_RECURRING_FEE = "SavingsPlanRecurringFee";
  public static final String SAVINGS_PLAN_UPFRONT_FEE = "SavingsPlanUpfrontFee";
  public static final String RI_FEE = "RIFee";
  public static final String FEE = "Fee";
  public static final String TAX = "Tax";
  public static final String CREDIT = "Credit";
  public static final String REFUND = "Refund";
  public static final String FLAT_RATE_SUBSCRIPTION = "FlatRateSubscription";

  private static final Set<String> KNOWN =
      Set.of(
          USAGE,
          DISCOUNTED_USAGE,
          SAVINGS_PLAN_COVERED_USAGE,
          SAVINGS_PLAN_NEGATION,
          SAVINGS_PLAN_RECURRING_FEE,
          SAVINGS_PLAN_UPFRONT_FEE,
          RI_FEE,
          FEE,
          TAX,
          CREDIT,
          REFUND,
          FLAT_RATE_SUBSCRIPTION,
          "BundledDiscount",
          "Discount",
          "EdpDiscount",
          "PrivateRateDiscount",
          "RiVolumeDiscount",
          "SppDiscount",
          "DistributorDiscount",
          "Adjustment");

  /** Codes of {@link #code}; those of usage come first. */
  static final int USAGE_CODE = 0;

  static final int COVERED_CODE = 1;
  static final int DISCOUNTED_CODE = 2;
  static final int FLAT_RATE_CODE = 3;
  static final int NEGATION_CODE = 4;
  static final int SP_FEE_CODE = 5;
  static final int SP_UPFRONT_CODE = 6;
  static final int RI_FEE_CODE = 7;
  static final int FEE_CODE = 8;
  static final int REFUND_CODE = 9;
  static final int DISCOUNT_CODE = 10;
  static final int OTHER_CODE = 11;

  private static final Map<String, Integer> CODES = new LinkedHashMap<>();

  static {
    CODES.put(SAVINGS_PLAN_COVERED_USAGE, COVERED_CODE);
    CODES.put(SAVINGS_PLAN_NEGATION, NEGATION_CODE);
    CODES.put(DISCOUNTED_USAGE, DISCOUNTED_CODE);
    CODES.put(SAVINGS_PLAN_RECURRING_FEE, SP_FEE_CODE);
    CODES.put(SAVINGS_PLAN_UPFRONT_FEE, SP_UPFRONT_CODE);
    CODES.put(RI_FEE, RI_FEE_CODE);
    CODES.put(FEE, FEE_CODE);
    CODES.put(REFUND, REFUND_CODE);
    CODES.put(FLAT_RATE_SUBSCRIPTION, FLAT_RATE_CODE);
  }

  private ChargeTypes() {}

  /**
   * A type as a number: text is compared once a line, and numbers where rules depend on the type. A
   * type that ends in {@code Discount} is a negotiated or bundled discount.
   */
  static Column code(Column type) {
    List<Column> codes = new ArrayList<>();
    CODES.forEach(
        (name, code) -> {
          codes.add(lit(name));
          codes.add(lit(code));
        });
    return when(type.equalTo(USAGE), USAGE_CODE)
        .otherwise(
            coalesce(
                map(codes.toArray(new Column[0])).getItem(type),
                when(isDiscount(type), DISCOUNT_CODE).otherwise(OTHER_CODE)));
  }

  /** Whether the type is one whose treatment is documented. */
  public static boolean isKnown(String chargeType) {
    return KNOWN.contains(chargeType);
  }

  /** Whether the line's usage counts: other types repeat usage or have none. */
  public static Column isUsage(Column chargeType) {
    return chargeType.isin(
        USAGE, SAVINGS_PLAN_COVERED_USAGE, DISCOUNTED_USAGE, FLAT_RATE_SUBSCRIPTION);
  }

  /** Whether the line is a negotiated or bundled discount. */
  public static Column isDiscount(Column chargeType) {
    return chargeType.endsWith("Discount");
  }

  /** Whether the line pays for a commitment as a whole: it belongs to no service. */
  public static Column isCommitment(Column chargeType) {
    return chargeType.isin(SAVINGS_PLAN_RECURRING_FEE, SAVINGS_PLAN_UPFRONT_FEE, RI_FEE);
  }
}
