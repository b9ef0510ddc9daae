package ecsadvisor.models.price;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * What EC2 Spot takes off the on-demand price of an instance type, and how often it is taken back:
 * AWS's Spot Instance Advisor as dated data in {@code spot-advisor.csv}, Linux, common types.
 *
 * <p>Both are of the month before the day on which they were read. Saving and band are uncorrelated
 * over all types, so ranking by band first costs nothing.
 */
public final class SpotAdvisor {
  /** The region that lends its figures, flagged, to regions without any. */
  public static final String REFERENCE_REGION = "us-east-2";

  private static final Comparator<Pool> BAND_BEFORE_PRICE =
      Comparator.comparingInt(Pool::band)
          .thenComparing(Comparator.comparingInt(Pool::savingPercent).reversed())
          .thenComparing(Pool::instanceType);

  /** Middle of each band's range of interruptions a month. */
  private static final double[] BAND_MIDDLES = {0.025, 0.075, 0.125, 0.175, 0.30};

  /**
   * A type in a region.
   *
   * @param instanceType such as {@code m5.2xlarge}
   * @param vcpus its vCPUs
   * @param memoryGiB its memory
   * @param arm whether its processor is ARM
   * @param savingPercent saving against on demand, percent
   * @param band 0 (below 5 % interrupted a month) to 4 (above 20 %)
   */
  public record Pool(
      String instanceType, int vcpus, double memoryGiB, boolean arm, int savingPercent, int band) {
    /** Share of such instances interrupted in a month: the middle of the band, 0..1. */
    public double interruptedMonthlyShare() {
      return BAND_MIDDLES[band];
    }
  }

  private final Map<String, List<Pool>> byRegion;
  private final LocalDate readOn;

  private SpotAdvisor(Map<String, List<Pool>> byRegion, LocalDate readOn) {
    this.byRegion = byRegion;
    this.readOn = readOn;
  }

  /** The data that comes with the program. */
  public static SpotAdvisor shipped() {
    Map<String, List<Pool>> regions = new HashMap<>();
    LocalDate readOn = LocalDate.MIN;
    for (CSVRecord row : CsvResource.shipped("spot-advisor.csv")) {
      regions.computeIfAbsent(row.get("region"), region -> new ArrayList<>()).add(pool(row));
      LocalDate day = LocalDate.parse(row.get("read_on"));
      readOn = day.isAfter(readOn) ? day : readOn;
    }
    Map<String, List<Pool>> ranked = new TreeMap<>();
    regions.forEach(
        (region, pools) -> ranked.put(region, pools.stream().sorted(BAND_BEFORE_PRICE).toList()));
    return new SpotAdvisor(ranked, readOn);
  }

  /** The day on which the newest figures were read. */
  public LocalDate readOn() {
    return readOn;
  }

  /** The regions that the data has. */
  public SortedSet<String> regions() {
    return new TreeSet<>(byRegion.keySet());
  }

  /** The types of a region, best band first, then highest saving; none where it has no region. */
  public List<Pool> pools(String region) {
    return byRegion.getOrDefault(region, List.of());
  }

  /** A type of a region, or null where the data has none. */
  public @Nullable Pool pool(String region, String instanceType) {
    for (Pool pool : pools(region)) {
      if (pool.instanceType().equals(instanceType)) {
        return pool;
      }
    }
    return null;
  }

  private static Pool pool(CSVRecord row) {
    return new Pool(
        row.get("instance_type"),
        Integer.parseInt(row.get("vcpus")),
        Double.parseDouble(row.get("memory_gib")),
        Boolean.parseBoolean(row.get("arm")),
        Integer.parseInt(row.get("saving_percent")),
        Integer.parseInt(row.get("band")));
  }
}
