package ecsadvisor.models.price;

import ecsadvisor.models.fact.Platform;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * List prices by region, platform and day, from a dated CSV file with the columns {@code
 * region,platform,item,price,currency,valid_from,source}.
 *
 * <p>A user's file may hold rows of {@link SecurityPrices} too; where it has nothing else, the
 * shipped prices count. Prices that are not in the file are not made up: {@link #price} answers
 * null, and the caller says so. The newest price whose {@code valid_from} is not after the day
 * counts; for days before the first one, the first.
 */
public final class PriceBook {
  /** The region that lends its prices, flagged, to regions without any. */
  public static final String REFERENCE_REGION = "us-east-1";

  private static final List<String> COLUMNS =
      List.of("region", "platform", "item", "price", "currency", "valid_from");

  private record Key(String region, Platform platform, PriceItem item) {}

  private final Map<Key, NavigableMap<LocalDate, Double>> prices;
  private final String currency;

  private PriceBook(Map<Key, NavigableMap<LocalDate, Double>> prices, String currency) {
    this.prices = prices;
    this.currency = currency;
  }

  /** The price file that comes with the program. */
  public static PriceBook shipped() {
    return parse(CsvResource.shipped("fargate-prices.csv"), "fargate-prices.csv");
  }

  /**
   * Reads a price file.
   *
   * @param name the file's name for messages
   * @throws IllegalArgumentException naming file, line and value of the first mistake
   * @throws IOException if it cannot be read
   */
  public static PriceBook read(Reader reader, String name) throws IOException {
    return parse(CsvResource.rows(reader), name);
  }

  /** The currency of all prices. */
  public String currency() {
    return currency;
  }

  /** The newest day from which a price of the file is valid. */
  public LocalDate date() {
    return prices.values().stream()
        .map(NavigableMap::lastKey)
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  /** The price of an item on a day, or null where the file has none. */
  public @Nullable Double price(String region, Platform platform, PriceItem item, LocalDate day) {
    NavigableMap<LocalDate, Double> dated = prices.get(new Key(region, platform, item));
    if (dated == null) {
      return null;
    }
    Map.Entry<LocalDate, Double> entry = dated.floorEntry(day);
    return entry == null ? dated.firstEntry().getValue() : entry.getValue();
  }

  /**
   * The price of a vCPU-hour with everything that is paid per vCPU, so with the Windows licence; or
   * null where the file has none.
   */
  public @Nullable Double vcpuHour(String region, Platform platform, LocalDate day) {
    Double vcpu = price(region, platform, PriceItem.VCPU_HOUR, day);
    if (vcpu == null || platform != Platform.WINDOWS) {
      return vcpu;
    }
    Double licence = price(region, platform, PriceItem.OS_LICENCE_VCPU_HOUR, day);
    return licence == null ? null : Double.valueOf(vcpu + licence);
  }

  /** The price of a GB-hour of memory, or null where the file has none. */
  public @Nullable Double memoryGbHour(String region, Platform platform, LocalDate day) {
    return price(region, platform, PriceItem.MEMORY_GB_HOUR, day);
  }

  private static PriceBook parse(List<CSVRecord> all, String name) {
    List<CSVRecord> rows = all.stream().filter(row -> !SecurityPrices.isSecurity(row)).toList();
    if (rows.isEmpty() && !all.isEmpty()) {
      return shipped();
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          name + ": no prices; expected a header " + String.join(",", COLUMNS) + " and rows");
    }
    for (String column : COLUMNS) {
      if (!rows.get(0).isMapped(column)) {
        throw new IllegalArgumentException(name + ": column " + column + " is missing");
      }
    }
    Map<Key, NavigableMap<LocalDate, Double>> prices = new HashMap<>();
    String currency = "";
    for (CSVRecord row : rows) {
      // The header is line 1, so the first record stands on line 2 unless cells span lines.
      String where = name + " line " + (row.getRecordNumber() + 1) + ": ";
      if (!row.isConsistent()) {
        throw new IllegalArgumentException(where + row.size() + " cells do not match the header");
      }
      currency = currency.isEmpty() ? row.get("currency") : currency;
      add(prices, row, currency, where);
    }
    return new PriceBook(prices, currency);
  }

  private static void add(
      Map<Key, NavigableMap<LocalDate, Double>> prices,
      CSVRecord row,
      String currency,
      String where) {
    if (!row.get("currency").equals(currency)) {
      throw new IllegalArgumentException(
          where + "currency " + row.get("currency") + " differs from " + currency + " above");
    }
    Key key =
        new Key(
            row.get("region"),
            word(Platform.class, row.get("platform"), where + "platform "),
            word(PriceItem.class, row.get("item"), where + "item "));
    LocalDate day = CsvResource.validFrom(row.get("valid_from"), where);
    double price = amount(row.get("price"), where);
    if (prices.computeIfAbsent(key, k -> new TreeMap<>()).put(day, price) != null) {
      throw new IllegalArgumentException(
          where + key.region() + " " + key.platform() + " " + key.item().word() + " stands twice");
    }
  }

  private static <E extends Enum<E>> E word(Class<E> type, String text, String where) {
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(text.toUpperCase(Locale.ROOT))) {
        return value;
      }
    }
    String known =
        Arrays.stream(type.getEnumConstants())
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw new IllegalArgumentException(where + "\"" + text + "\" is none of " + known);
  }

  private static double amount(String text, String where) {
    double price = CsvResource.number("price", text, where);
    if (!(price >= 0 && price < 1e6)) {
      throw new IllegalArgumentException(where + "price " + text + " is out of range 0..1000000");
    }
    return price;
  }
}
