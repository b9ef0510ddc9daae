package ecsadvisor.models.cost.schedule;

import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.replay.LoadHours;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * In whose time does a service keep its hours?
 *
 * <p>The zone that its tag names; else the one where its region lies; else, for a region that is
 * not known, the zone of any region in which the hours of the week differ least from week to week,
 * UTC where none is better. A tag that names no zone of the IANA database counts as none.
 *
 * @param zone the zone
 * @param isDeclared whether a tag says so
 * @param source where it comes from, in words
 */
public record ServiceZone(ZoneId zone, boolean isDeclared, String source) {
  private static final Map<String, ZoneId> REGIONS = shipped();

  /**
   * The zone of a service.
   *
   * @param tagKey key of the tag that names it
   */
  public static ServiceZone of(ServiceFacts service, LoadHours hours, String tagKey) {
    List<Tag> tags = service.config() == null ? List.of() : service.config().tags();
    for (Tag tag : tags) {
      if (tag.key().equalsIgnoreCase(tagKey)
          && ZoneId.getAvailableZoneIds().contains(tag.value())) {
        return new ServiceZone(ZoneId.of(tag.value()), true, "tag " + tagKey);
      }
    }
    String region = service.key().region();
    ZoneId known = REGIONS.get(region);
    return known != null
        ? new ServiceZone(known, false, "region " + region)
        : new ServiceZone(steadiest(hours), false, "steadiest zone; the region is not known");
  }

  private static ZoneId steadiest(LoadHours hours) {
    ZoneId best = ZoneId.of("UTC");
    double least = variance(hours, best) * (1 - 1e-9);
    TreeSet<String> names = new TreeSet<>();
    REGIONS.values().forEach(zone -> names.add(zone.getId()));
    for (String name : names) {
      double variance = variance(hours, ZoneId.of(name));
      if (variance < least) {
        least = variance;
        best = ZoneId.of(name);
      }
    }
    return best;
  }

  /** Sum of the squared differences of hourly CPU from the mean of their hour of the week. */
  private static double variance(LoadHours hours, ZoneId zone) {
    double[] sums = new double[OffSlot.WEEK];
    double[] squares = new double[OffSlot.WEEK];
    int[] counts = new int[OffSlot.WEEK];
    Instant start = hours.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
    for (int hour = 0; hour < hours.size(); hour++) {
      double value = hours.taskVcpu()[hour];
      if (!Double.isNaN(value)) {
        ZonedDateTime local = start.plusSeconds(hour * 3600L).atZone(zone);
        int bucket = (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
        sums[bucket] += value;
        squares[bucket] += value * value;
        counts[bucket]++;
      }
    }
    double variance = 0;
    for (int bucket = 0; bucket < OffSlot.WEEK; bucket++) {
      if (counts[bucket] > 0) {
        variance += squares[bucket] - sums[bucket] * sums[bucket] / counts[bucket];
      }
    }
    return variance;
  }

  private static Map<String, ZoneId> shipped() {
    try (InputStream stream = ServiceZone.class.getResourceAsStream("region-zones.csv")) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its file region-zones.csv");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      Map<String, ZoneId> zones = new TreeMap<>();
      List<String> lines = new ArrayList<>(reader.lines().skip(1).toList());
      for (String line : lines) {
        int comma = line.indexOf(',');
        zones.put(line.substring(0, comma), ZoneId.of(line.substring(comma + 1)));
      }
      return zones;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
