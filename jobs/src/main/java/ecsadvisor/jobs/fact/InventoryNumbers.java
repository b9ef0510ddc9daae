package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as ECS accepts them: {@code 1024}, {@code "1024"}, {@code ".5 vCPU"}, {@code "2 GB"}. */
final class InventoryNumbers {
  private static final Pattern QUANTITY =
      Pattern.compile("\\s*(\\d{0,9}(?:\\.\\d{1,6})?)\\s*(vcpu|gb|mb|)\\s*");
  private static final BigDecimal UNITS = BigDecimal.valueOf(1024);

  private InventoryNumbers() {}

  /** CPU units (1024 = one vCPU) or MiB; null where the field is absent, no number, or 0. */
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
    int size = (scaled ? number.multiply(UNITS) : number).intValue();
    return size > 0 ? size : null;
  }

  /** A whole number, also one written as text; the fallback where there is none. */
  static int count(JsonNode object, String name, int fallback) {
    return field(object, name).asInt(fallback);
  }
}
