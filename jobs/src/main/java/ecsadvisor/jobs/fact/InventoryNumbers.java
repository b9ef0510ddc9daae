package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as AWS's tools write them, also as texts. What is none, negative or out of range is
 * absent.
 */
final class InventoryNumbers {
  private static final Pattern QUANTITY =
      Pattern.compile("\\s*(\\d{0,9}(?:\\.\\d{1,6})?)\\s*(vcpu|gb|mb|)\\s*");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}(?:\\.\\d{1,18})?");
  private static final BigDecimal UNITS = BigDecimal.valueOf(1024);
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private InventoryNumbers() {}

  /**
   * CPU units (1024 = one vCPU) or MiB in the notations of ECS: {@code 1024}, {@code "1024"},
   * {@code ".5 vCPU"}, {@code "2 GB"}; null where the field is absent, no number, or 0.
   */
  static @Nullable Integer size(JsonNode object, String name) {
    JsonNode value = field(object, name);
    if (!value.isValueNode()) {
      return null;
    }
    Matcher matcher = QUANTITY.matcher(value.asText().toLowerCase(Locale.ROOT));
    if (!matcher.matches() || matcher.group(1).isEmpty()) {
      return null;
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    boolean scaled = matcher.group(2).equals("vcpu") || matcher.group(2).equals("gb");
    BigDecimal size = scaled ? number.multiply(UNITS) : number;
    return size.signum() > 0 && size.compareTo(LARGEST) <= 0 && size.intValue() > 0
        ? size.intValue()
        : null;
  }

  /** A whole number; the fallback where there is none. */
  static int count(JsonNode object, String name, int fallback) {
    Integer number = whole(object, name);
    return number == null ? fallback : number;
  }

  /** A whole number of the field, or null. */
  static @Nullable Integer whole(JsonNode object, String name) {
    Long number = large(field(object, name));
    return number == null || number > Integer.MAX_VALUE ? null : number.intValue();
  }

  /** A whole number that a text holds, or null. */
  static @Nullable Integer whole(@Nullable String text) {
    if (text == null || !DIGITS.matcher(text.strip()).matches()) {
      return null;
    }
    long number = Long.parseLong(text.strip());
    return number > Integer.MAX_VALUE ? null : (int) number;
  }

  /** A whole number of any size up to 10<sup>18</sup>, or null. */
  static @Nullable Long large(JsonNode value) {
    if (value.isIntegralNumber()) {
      return value.canConvertToLong() && value.longValue() >= 0 ? value.longValue() : null;
    }
    if (value.isNumber()) {
      double number = value.doubleValue();
      return number >= 0 && number <= 1e15 && number == Math.rint(number) ? (long) number : null;
    }
    String text = value.isTextual() ? value.asText().strip() : "";
    return DIGITS.matcher(text).matches() ? Long.valueOf(text) : null;
  }

  /** A decimal number; 0 where there is none. */
  static double decimal(JsonNode value) {
    if (value.isNumber()) {
      double number = value.doubleValue();
      return number >= 0 && number <= 1e18 ? number : 0;
    }
    String text = value.isTextual() ? value.asText().strip() : "";
    return DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : 0;
  }
}
