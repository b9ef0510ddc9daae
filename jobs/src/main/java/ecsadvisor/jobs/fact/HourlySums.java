package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.bill.CanonicalBill.EFFECTIVE;
import static ecsadvisor.jobs.source.bill.CanonicalBill.INTERVAL_END;
import static ecsadvisor.jobs.source.bill.CanonicalBill.INTERVAL_START;
import static ecsadvisor.jobs.source.bill.CanonicalBill.LIST;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * List and effective cost of each hour of a day as 48 sums beside the day's own.
 *
 * <p>The hour as one more key to group by would make up to 24 times as many groups, and text keys
 * are what the fold's time goes to; a sum more costs a comparison and an addition.
 */
final class HourlySums {
  /** The hour 0..23 in which a line's usage began; null where the line is longer than an hour. */
  static final String HOUR = "hour";

  static final int HOURS = 24;

  /** The columns of list cost, by hour. */
  static final List<String> LISTS = names(LIST);

  /** The columns of effective cost, likewise. */
  static final List<String> EFFECTIVES = names(EFFECTIVE);

  private HourlySums() {}

  /** {@link #HOUR} of a line of the bill. Longer lines do not say in which hour it was used. */
  static Column hour() {
    return expr(
        "case when unix_micros(%s) - unix_micros(%s) <= 3600000000"
                .formatted(INTERVAL_END, INTERVAL_START)
            + " then cast(unix_micros(%s) div 3600000000 %% 24 as int) end"
                .formatted(INTERVAL_START));
  }

  /** Sums over lines. */
  static List<Column> ofLines() {
    List<Column> sums = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      Column within = col(HOUR).equalTo(hour);
      sums.add(sum(when(within, col(LIST)).otherwise(0L)).as(LISTS.get(hour)));
      sums.add(sum(when(within, col(EFFECTIVE)).otherwise(0L)).as(EFFECTIVES.get(hour)));
    }
    return sums;
  }

  /** Sums over sums. */
  static List<Column> ofSums(List<String> names) {
    List<Column> sums = new ArrayList<>();
    for (String name : names) {
      sums.add(sum(col(name)).as(name));
    }
    return sums;
  }

  /** Sums over the sums of rows that a commitment can cover. */
  static List<Column> ofCommittable(List<String> names) {
    Column committable = col(SpendFacts.FAMILY).isNotNull();
    List<Column> sums = new ArrayList<>();
    for (String name : names) {
      sums.add(sum(when(committable, col(name)).otherwise(0L)).as(name));
    }
    return sums;
  }

  /** The hours' columns as one list. */
  static Column list(List<String> names) {
    return array(names.stream().map(name -> col(name)).toArray(Column[]::new));
  }

  /** Whether a row has the cost of any hour. */
  static Column isKnown() {
    Column known = lit(false);
    for (String name : LISTS) {
      known = known.or(col(name).notEqual(0L));
    }
    return known;
  }

  private static List<String> names(String what) {
    List<String> names = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      names.add(what + "_" + hour);
    }
    return List.copyOf(names);
  }
}
