package ecsadvisor.jobs.source.bill;

import org.jspecify.annotations.Nullable;

/** Which of AWS's bill formats a file is, told from its columns alone. */
public enum Dialect {
  CUR_2_0,
  CUR_LEGACY,
  FOCUS_1_0,
  FOCUS_1_2;

  /** Whether the columns are those of FOCUS. */
  boolean focus() {
    return this == FOCUS_1_0 || this == FOCUS_1_2;
  }

  /**
   * The dialect of a file with these column names, or null where it is no bill.
   *
   * <p>{@code bill_payer_account_name} exists in CUR 2.0 only; an export that dropped it still
   * shows itself by a map column or by a key selected with the dot operator. FOCUS 1.0 of AWS has
   * {@code x_UsageType}, which became {@code SkuMeter} in 1.2.
   */
  static @Nullable Dialect of(ColumnNames names) {
    if (names.has("line_item_line_item_type") && names.has("line_item_unblended_cost")) {
      boolean second =
          names.has("bill_payer_account_name") || names.hasMapOrDot("resource_tags", "product");
      return second ? CUR_2_0 : CUR_LEGACY;
    }
    if (names.has("ChargeCategory") && names.has("BilledCost")) {
      return names.has("x_UsageType") ? FOCUS_1_0 : FOCUS_1_2;
    }
    return null;
  }

  /** Columns without which a file of this dialect cannot be priced or placed in time. */
  String[] required() {
    if (focus()) {
      return new String[] {"BilledCost", "ChargeCategory", "ChargePeriodStart"};
    }
    return new String[] {
      "line_item_unblended_cost",
      "line_item_line_item_type",
      "line_item_usage_start_date",
      "line_item_product_code",
      "line_item_usage_type"
    };
  }
}
