package ecsadvisor.jobs.source.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the fields of AWS's answers whatever the case of their first letter: the APIs, the
 * command line, AWS Config and recordings differ in it.
 */
public final class JsonFields {
  /** Seconds since 1970 are below this until the year 5138, milliseconds above since 1973. */
  private static final double MILLIS_FROM = 1e11;

  private JsonFields() {}

  /** The first of the named fields that is there and not null; a missing node otherwise. */
  public static JsonNode field(JsonNode object, String... names) {
    for (String name : names) {
      JsonNode value = object.get(name);
      if (value == null) {
        value = object.get(otherCase(name));
      }
      if (value != null && !value.isNull()) {
        return value;
      }
    }
    return MissingNode.getInstance();
  }

  /**
   * The text of the first of the named fields; empty where there is none. Numbers are texts too.
   */
  public static String text(JsonNode object, String... names) {
    JsonNode value = field(object, names);
    return value.isValueNode() ? value.asText() : "";
  }

  /**
   * A time as any of the tools writes it: seconds or milliseconds since 1970, ISO 8601 (UTC without
   * an offset), or the object that placebo records; null when it is none of these.
   */
  public static @Nullable Instant time(JsonNode value) {
    if (value.isNumber()) {
      return fromNumber(value.asDouble());
    }
    if (value.isTextual()) {
      return fromText(value.asText());
    }
    if (value.isObject() && value.path("__class__").asText().equals("datetime")) {
      return fromParts(value);
    }
    return null;
  }

  private static @Nullable Instant fromNumber(double number) {
    double millis = Math.abs(number) < MILLIS_FROM ? number * 1000 : number;
    return Math.abs(millis) < 1e15 ? Instant.ofEpochMilli(Math.round(millis)) : null;
  }

  private static @Nullable Instant fromText(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return fromLocalText(text);
    }
  }

  private static @Nullable Instant fromLocalText(String text) {
    try {
      return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable Instant fromParts(JsonNode parts) {
    try {
      return LocalDateTime.of(
              parts.path("year").asInt(),
              parts.path("month").asInt(),
              parts.path("day").asInt(),
              parts.path("hour").asInt(),
              parts.path("minute").asInt(),
              parts.path("second").asInt(),
              parts.path("microsecond").asInt() * 1000)
          .toInstant(ZoneOffset.UTC);
    } catch (java.time.DateTimeException e) {
      return null;
    }
  }

  private static String otherCase(String name) {
    char first = name.charAt(0);
    char other =
        first >= 'a' && first <= 'z'
            ? (char) (first - 'a' + 'A')
            : first >= 'A' && first <= 'Z' ? (char) (first - 'A' + 'a') : first;
    return other + name.substring(1);
  }
}
