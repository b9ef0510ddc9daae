package ecsadvisor.models.price;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * List prices of what fixes of security checks use, by region and day, from a dated CSV file with
 * the columns {@code region,item,unit,from_quantity,price,currency,valid_from,source}. Several rows
 * of an item and day are its tiers, each from a quantity of the month.
 *
 * <p>The newest price whose {@code valid_from} is not after the day counts; for days before the
 * first one, the first. A region without a price of an item has that of {@value
 * PriceBook#REFERENCE_REGION}, and {@link Price#borrowed} says so.
 */
public final class SecurityPrices {
  private static final String FILE = "security-prices.csv";
  private static final List<String> COLUMNS =
      List.of("region", "item", "price", "currency", "valid_from");

  private record Key(String region, SecurityItem item) {}

  /**
   * A price as it counts in a region.
   *
   * @param tiers what a quantity costs
   * @param region the region that it is the price of
   * @param borrowed whether that is another one than was asked for
   * @param validFrom the day from which it counts
   */
  public record Price(TieredPrice tiers, String region, boolean borrowed, LocalDate validFrom) {}

  private final Map<Key, NavigableMap<LocalDate, TieredPrice>> prices;
  private final String currency;

  private SecurityPrices(Map<Key, NavigableMap<LocalDate, TieredPrice>> prices, String currency) {
    this.prices = prices;
    this.currency = currency;
  }

  /** The price file that comes with the program. */
  public static SecurityPrices shipped() {
    SecurityPrices shipped = parse(CsvResource.shipped(FILE), FILE);
    for (SecurityItem item : SecurityItem.values()) {
      if (!shipped.prices.containsKey(new Key(PriceBook.REFERENCE_REGION, item))) {
        throw new IllegalStateException(FILE + " lacks " + item.word());
      }
    }
    return shipped;
  }

  /**
   * The prices of a user's price file, which may hold those of Fargate too. Where it has none of an
   * item, the shipped ones count.
   *
   * @param name the file's name for messages
   * @throws IllegalArgumentException naming file, line and value of the first mistake
   * @throws IOException if it cannot be read
   */
  public static SecurityPrices read(Reader reader, String name) throws IOException {
    List<CSVRecord> rows = rowsOf(CsvResource.rows(reader));
    SecurityPrices shipped = shipped();
    if (rows.isEmpty()) {
      return shipped;
    }
    SecurityPrices own = parse(rows, name);
    if (!own.currency.equals(shipped.currency)) {
      throw new IllegalArgumentException(
          "%s: prices of security items in %s; expected %s, as the shipped ones are"
              .formatted(name, own.currency, shipped.currency));
    }
    Map<Key, NavigableMap<LocalDate, TieredPrice>> all = new HashMap<>(shipped.prices);
    all.putAll(own.prices);
    return new SecurityPrices(all, shipped.currency);
  }

  /** The currency of all prices. */
  public String currency() {
    return currency;
  }

  /** The price of an item in a region on a day, or that of the reference region. */
  public Price price(String region, SecurityItem item, LocalDate day) {
    NavigableMap<LocalDate, TieredPrice> own = prices.get(new Key(region, item));
    boolean borrowed = own == null;
    NavigableMap<LocalDate, TieredPrice> dated =
        own == null
            ? requireNonNull(prices.get(new Key(PriceBook.REFERENCE_REGION, item)), item.word())
            : own;
    Map.Entry<LocalDate, TieredPrice> entry = dated.floorEntry(day);
    Map.Entry<LocalDate, TieredPrice> counts = entry == null ? dated.firstEntry() : entry;
    return new Price(
        counts.getValue(),
        borrowed ? PriceBook.REFERENCE_REGION : region,
        borrowed,
        counts.getKey());
  }

  /** Whether a row of a price file is for a security item. */
  static boolean isSecurity(CSVRecord row) {
    return row.isSet("item") && item(row.get("item")) != null;
  }

  private static List<CSVRecord> rowsOf(List<CSVRecord> rows) {
    return rows.stream().filter(SecurityPrices::isSecurity).toList();
  }

  private static SecurityPrices parse(List<CSVRecord> rows, String name) {
    Map<Key, Map<LocalDate, NavigableMap<Double, Double>>> tiers = new LinkedHashMap<>();
    Map<Key, Map<LocalDate, String>> sources = new HashMap<>();
    String currency = "";
    for (CSVRecord row : rows) {
      // The header is line 1, so the first record stands on line 2 unless cells span lines.
      String where = name + " line " + (row.getRecordNumber() + 1) + ": ";
      for (String column : COLUMNS) {
        if (!row.isSet(column)) {
          throw new IllegalArgumentException(where + "column " + column + " is missing");
        }
      }
      currency = currency.isEmpty() ? row.get("currency") : currency;
      if (!row.get("currency").equals(currency)) {
        throw new IllegalArgumentException(
            where + "currency " + row.get("currency") + " differs from " + currency + " above");
      }
      SecurityItem item = item(row.get("item"));
      if (item == null) {
        throw new IllegalArgumentException(where + "item \"" + row.get("item") + "\" is unknown");
      }
      Key key = new Key(row.get("region"), item);
      LocalDate day = CsvResource.validFrom(row.get("valid_from"), where);
      boolean tiered = row.isSet("from_quantity") && !row.get("from_quantity").isEmpty();
      double from = tiered ? amount(row, "from_quantity", where) : 0;
      double price = amount(row, "price", where);
      NavigableMap<Double, Double> dated =
          tiers
              .computeIfAbsent(key, ignored -> new TreeMap<>())
              .computeIfAbsent(day, ignored -> new TreeMap<>());
      if (dated.put(from, price) != null) {
        throw new IllegalArgumentException(
            where + key.region() + " " + item.word() + " stands twice");
      }
      sources
          .computeIfAbsent(key, ignored -> new HashMap<>())
          .putIfAbsent(day, row.isSet("source") ? row.get("source") : "");
    }
    return new SecurityPrices(prices(tiers, sources, name), currency);
  }

  private static Map<Key, NavigableMap<LocalDate, TieredPrice>> prices(
      Map<Key, Map<LocalDate, NavigableMap<Double, Double>>> tiers,
      Map<Key, Map<LocalDate, String>> sources,
      String name) {
    Map<Key, NavigableMap<LocalDate, TieredPrice>> prices = new HashMap<>();
    tiers.forEach(
        (key, dated) ->
            dated.forEach(
                (day, steps) -> {
                  if (steps.firstKey() != 0) {
                    throw new IllegalArgumentException(
                        "%s: %s of %s has no price from quantity 0"
                            .formatted(name, key.item().word(), key.region()));
                  }
                  String source = requireNonNull(requireNonNull(sources.get(key)).get(day));
                  prices
                      .computeIfAbsent(key, ignored -> new TreeMap<>())
                      .put(day, new TieredPrice(steps, source));
                }));
    return prices;
  }

  private static @Nullable SecurityItem item(String word) {
    for (SecurityItem item : SecurityItem.values()) {
      if (item.word().equals(word)) {
        return item;
      }
    }
    return null;
  }

  private static double amount(CSVRecord row, String column, String where) {
    double amount = CsvResource.number(column, row.get(column), where);
    if (!(amount >= 0 && amount < 1e9)) {
      throw new IllegalArgumentException(
          where + column + " " + row.get(column) + " is out of range 0..1000000000");
    }
    return amount;
  }
}
