package ecsadvisor.models.price;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * What Savings Plans and reservations take off the list price, from a dated CSV file with the
 * columns {@code plan_type,family,term,payment_option,discount,valid_from,source}.
 *
 * <p>A family is FARGATE, LAMBDA, an EC2 family such as {@code m5}, or EC2 for all EC2 families
 * without a row of their own. What is not in the file is not made up: {@link #discount} answers
 * null.
 */
public final class CommitmentRates {
  /** The family that stands for all EC2 families without a row of their own. */
  public static final String ANY_EC2 = "EC2";

  private static final List<String> COLUMNS =
      List.of("plan_type", "family", "term", "payment_option", "discount", "valid_from", "source");

  private record Key(String planType, String family, String term, String paymentOption) {}

  /**
   * A discount of the file.
   *
   * @param share share of the list price that is taken off, 0..1
   * @param validFrom the first day that it is known for
   * @param source where it was read
   */
  public record Discount(double share, LocalDate validFrom, String source) {}

  private final Map<Key, NavigableMap<LocalDate, Discount>> discounts;

  private CommitmentRates(Map<Key, NavigableMap<LocalDate, Discount>> discounts) {
    this.discounts = discounts;
  }

  /** The file that comes with the program. */
  public static CommitmentRates shipped() {
    return parse(CsvResource.shipped("savings-plan-rates.csv"), "savings-plan-rates.csv");
  }

  /**
   * Reads a file of discounts.
   *
   * @param name the file's name for messages
   * @throws IllegalArgumentException naming file, line and value of the first mistake
   * @throws IOException if it cannot be read
   */
  public static CommitmentRates read(Reader reader, String name) throws IOException {
    return parse(CsvResource.rows(reader), name);
  }

  /**
   * The discount on a day, or null where the file has none. The newest row whose {@code valid_from}
   * is not after the day counts; for days before the first one, the first.
   *
   * @param planType COMPUTE_SP, EC2_INSTANCE_SP or RESERVED_INSTANCE
   * @param family FARGATE, LAMBDA or an EC2 family
   * @param term ONE_YEAR or THREE_YEARS
   * @param paymentOption NO_UPFRONT, PARTIAL_UPFRONT or ALL_UPFRONT
   */
  public @Nullable Discount discount(
      String planType, String family, String term, String paymentOption, LocalDate day) {
    NavigableMap<LocalDate, Discount> dated =
        discounts.get(new Key(planType, family, term, paymentOption));
    if (dated == null && !family.equals("FARGATE") && !family.equals("LAMBDA")) {
      dated = discounts.get(new Key(planType, ANY_EC2, term, paymentOption));
    }
    if (dated == null) {
      return null;
    }
    Map.Entry<LocalDate, Discount> entry = dated.floorEntry(day);
    return entry == null ? dated.firstEntry().getValue() : entry.getValue();
  }

  private static CommitmentRates parse(List<CSVRecord> rows, String name) {
    Map<Key, NavigableMap<LocalDate, Discount>> discounts = new HashMap<>();
    for (CSVRecord row : rows) {
      // The header is line 1, so the first record stands on line 2 unless cells span lines.
      String where = name + " line " + (row.getRecordNumber() + 1) + ": ";
      for (String column : COLUMNS) {
        if (!row.isSet(column)) {
          throw new IllegalArgumentException(where + "column " + column + " is missing");
        }
      }
      Key key =
          new Key(
              row.get("plan_type"), row.get("family"), row.get("term"), row.get("payment_option"));
      LocalDate from = CsvResource.validFrom(row.get("valid_from"), where);
      Discount discount = new Discount(share(row.get("discount"), where), from, row.get("source"));
      if (discounts.computeIfAbsent(key, k -> new TreeMap<>()).put(from, discount) != null) {
        throw new IllegalArgumentException(where + key + " stands twice");
      }
    }
    return new CommitmentRates(discounts);
  }

  private static double share(String text, String where) {
    double share = CsvResource.number("discount", text, where);
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(where + "discount " + text + " is out of range 0..1");
    }
    return share;
  }
}
