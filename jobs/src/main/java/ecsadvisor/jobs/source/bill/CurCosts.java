package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * What a line of a Cost and Usage Report costs.
 *
 * <p>Amortized cost follows AWS's own formula (Cloud Intelligence Dashboards, {@code
 * summary_view.sql}, August 2026):
 *
 * <pre>
 * SavingsPlanCoveredUsage                       Savings Plan effective cost
 * SavingsPlanRecurringFee                       total commitment to date - used commitment
 * SavingsPlanNegation, SavingsPlanUpfrontFee    0
 * DiscountedUsage                               reservation effective cost
 * RIFee                                         unused amortized upfront fee + unused recurring fee
 * Fee with a reservation's ARN                  0
 * Refund of a Savings Plan's one-time fee       0
 * anything else                                 unblended cost
 * </pre>
 *
 * <p>The net figure replaces each column by its net twin where the line has one. List cost is the
 * public on-demand cost; zero on negations and discounts; of Spot usage, which has no on-demand
 * price on its line, the Spot cost. A split row (a task's share of an EC2 instance) has its split
 * cost as effective cost.
 *
 * <p>Rules about columns that hold no value in a file are left out of its plan: generated code of
 * more than 8000 bytes runs interpreted.
 */
final class CurCosts {
  /** The line item type's number. */
  static final String TYPE = "type_code";

  /** Whether the line is a split row. */
  static final String SPLIT = "split_row";

  /** The number of the rule that says the line's cost. */
  static final String RULE = "cost_rule";

  static final String AMORTIZED = "amortized";
  static final String NET = "net_amortized";
  static final String LIST = "list_cost";

  private static final int PLAIN = 0;
  private static final int SPLIT_COST = 1;
  private static final int COVERED = 2;
  private static final int DISCOUNTED = 3;
  private static final int UNUSED_PLAN = 4;
  private static final int UNUSED_RESERVATION = 5;
  private static final int NOTHING = 6;

  private static final String SP_FEE_REFUND = "Refund for one-time fee for Savings Plan ID";
  private static final String UNUSED_UPFRONT = "unused_amortized_upfront_fee_for_billing_period";

  private final RawColumns raw;
  private final boolean net;

  CurCosts(RawColumns raw) {
    this.raw = raw;
    this.net =
        raw.has("line_item_net_unblended_cost")
            || raw.has("savings_plan_net_savings_plan_effective_cost")
            || raw.has("reservation_net_effective_cost")
            || raw.has("reservation_net_" + UNUSED_UPFRONT)
            || raw.has("reservation_net_unused_recurring_fee")
            || raw.has("split_line_item_net_split_cost");
  }

  /** The columns that the figures need. */
  List<Column> named() {
    List<Column> named = new ArrayList<>();
    named.add(raw.text("line_item_line_item_description").as("description"));
    named.add(raw.number("line_item_unblended_cost").as("unblended"));
    named.add(raw.number("line_item_net_unblended_cost").as("net_unblended"));
    named.add(raw.number("pricing_public_on_demand_cost").as("public"));
    named.add(raw.number("savings_plan_savings_plan_effective_cost").as("sp"));
    named.add(raw.number("savings_plan_net_savings_plan_effective_cost").as("net_sp"));
    named.add(raw.number("savings_plan_total_commitment_to_date").as("sp_total"));
    named.add(raw.number("savings_plan_used_commitment").as("sp_used"));
    named.add(raw.plain("savings_plan_savings_plan_a_r_n").as("sp_arn"));
    named.add(raw.number("reservation_effective_cost").as("ri"));
    named.add(raw.number("reservation_net_effective_cost").as("net_ri"));
    named.add(raw.number("reservation_" + UNUSED_UPFRONT).as("ri_upfront"));
    named.add(raw.number("reservation_net_" + UNUSED_UPFRONT).as("net_ri_upfront"));
    named.add(raw.number("reservation_unused_recurring_fee").as("ri_recurring"));
    named.add(raw.number("reservation_net_unused_recurring_fee").as("net_ri_recurring"));
    named.add(raw.plain("reservation_reservation_a_r_n").as("ri_arn"));
    named.add(raw.number("split_line_item_split_cost").as("split"));
    named.add(raw.number("split_line_item_net_split_cost").as("net_split"));
    named.add(raw.number("split_line_item_public_on_demand_split_cost").as("public_split"));
    named.add(raw.number("split_line_item_unused_cost").as("unused"));
    return named;
  }

  Column hasSavingsPlan() {
    Column covered = is(ChargeTypes.COVERED_CODE);
    return raw.has("savings_plan_savings_plan_a_r_n")
        ? covered.or(col("sp_arn").notEqual(""))
        : covered;
  }

  Column hasReservation() {
    Column discounted = is(ChargeTypes.DISCOUNTED_CODE);
    return raw.has("reservation_reservation_a_r_n")
        ? discounted.or(col("ri_arn").notEqual(""))
        : discounted;
  }

  /**
   * Which of the rules says the line's cost; {@link #PLAIN} is the unblended cost. Told once, since
   * gross and net cost follow the same rule.
   */
  Column rule() {
    boolean reservations = raw.has("reservation_reservation_a_r_n");
    boolean described = raw.has("line_item_line_item_description");
    int[] rules = new int[ChargeTypes.OTHER_CODE + 1];
    rules[ChargeTypes.COVERED_CODE] = COVERED;
    rules[ChargeTypes.DISCOUNTED_CODE] = raw.has("reservation_effective_cost") ? DISCOUNTED : PLAIN;
    rules[ChargeTypes.NEGATION_CODE] = NOTHING;
    rules[ChargeTypes.SP_UPFRONT_CODE] = NOTHING;
    rules[ChargeTypes.SP_FEE_CODE] =
        raw.has("savings_plan_total_commitment_to_date") ? UNUSED_PLAN : NOTHING;
    rules[ChargeTypes.RI_FEE_CODE] = UNUSED_RESERVATION;
    rules[ChargeTypes.FEE_CODE] = reservations ? NOTHING : PLAIN;
    rules[ChargeTypes.REFUND_CODE] = described ? NOTHING : PLAIN;
    Column rule = when(col(SPLIT), SPLIT_COST);
    if (reservations) {
      rule = rule.when(is(ChargeTypes.FEE_CODE).and(col("ri_arn").equalTo("")), PLAIN);
    }
    if (described) {
      Column ofFee =
          col("product")
              .equalTo("ComputeSavingsPlans")
              .and(coalesce(col("description").startsWith(SP_FEE_REFUND), lit(false)));
      rule = rule.when(is(ChargeTypes.REFUND_CODE).and(not(ofFee)), PLAIN);
    }
    return rule.otherwise(lit(rules).getItem(col(TYPE)));
  }

  /** Amortized cost. */
  Column amortized() {
    Column cost =
        when(follows(SPLIT_COST), col("split"))
            .when(follows(COVERED), col("sp"))
            .when(follows(DISCOUNTED), col("ri"))
            .when(follows(UNUSED_PLAN), zero("sp_total").minus(zero("sp_used")))
            .when(follows(UNUSED_RESERVATION), zero("ri_upfront").plus(zero("ri_recurring")))
            .when(follows(NOTHING), lit(0.0));
    return coalesce(cost, col("unblended"));
  }

  /** Amortized net cost; the amortized cost itself where the file has no net columns. */
  Column netAmortized() {
    if (!net) {
      return col(AMORTIZED);
    }
    Column cost =
        when(follows(SPLIT_COST), coalesce(col("net_split"), col("split")))
            .when(follows(COVERED), coalesce(col("net_sp"), col("sp")))
            .when(follows(DISCOUNTED), coalesce(col("net_ri"), col("ri")))
            .when(
                follows(UNUSED_RESERVATION),
                coalesce(col("net_ri_upfront"), zero("ri_upfront"))
                    .plus(coalesce(col("net_ri_recurring"), zero("ri_recurring"))))
            .when(col(RULE).notEqual(PLAIN), col(AMORTIZED));
    return coalesce(cost, col("net_unblended"), col("unblended"));
  }

  /** Cost at list prices. */
  Column list() {
    Column spot = UsageTypes.isSpot(col("usage_type"));
    return when(col(SPLIT), zero("public_split"))
        .when(
            col(TYPE).leq(ChargeTypes.FLAT_RATE_CODE),
            coalesce(when(spot, lit(null)).otherwise(col("public")), col("unblended")))
        .when(is(ChargeTypes.NEGATION_CODE).or(is(ChargeTypes.DISCOUNT_CODE)), lit(0.0))
        .otherwise(zero("public"));
  }

  /** The task's share of unused capacity in money units. */
  Column unused() {
    return raw.has("split_line_item_unused_cost")
        ? when(col(SPLIT), Units.money(col("unused"))).otherwise(0L)
        : lit(0L);
  }

  /** Whether the line divides an instance's cost, which other lines carry, among tasks. */
  static Column isSplit() {
    return col("operation").isin("ECSTask-EC2", "EKSPod-EC2").or(col("parent").isNotNull());
  }

  private static Column follows(int rule) {
    return col(RULE).equalTo(rule);
  }

  private static Column is(int code) {
    return col(TYPE).equalTo(code);
  }

  private static Column zero(String column) {
    return coalesce(col(column), lit(0.0));
  }
}
