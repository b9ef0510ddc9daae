package ecsadvisor.models.price;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * EC2 instance types with what tasks find on them and what they cost on demand in {@value
 * #REFERENCE_REGION}. Prices of other regions and purchase options are taken from the bill, in
 * proportion to these.
 */
public final class InstancePrices {
  /** The region of the prices. */
  public static final String REFERENCE_REGION = "us-east-1";

  /** The currency of the prices. */
  public static final String CURRENCY = "USD";

  private static final String FILE = "ec2-instance-types.csv";

  private final Map<String, InstanceType> types = new TreeMap<>();
  private final LocalDate validFrom;

  private InstancePrices(List<CSVRecord> rows) {
    LocalDate newest = LocalDate.MIN;
    for (CSVRecord row : rows) {
      InstanceType type =
          new InstanceType(
              row.get("instance_type"),
              Integer.parseInt(row.get("vcpus")),
              Integer.parseInt(row.get("memory_mib")),
              Integer.parseInt(row.get("gpus")),
              Integer.parseInt(row.get("awsvpc_tasks")),
              Integer.parseInt(row.get("awsvpc_tasks_trunking")),
              row.get("architecture"),
              Double.parseDouble(row.get("us_east_1_usd_hour")));
      if (types.put(type.name(), type) != null) {
        throw new IllegalStateException(FILE + ": " + type.name() + " stands twice");
      }
      LocalDate day = LocalDate.parse(row.get("valid_from"));
      newest = day.isAfter(newest) ? day : newest;
    }
    this.validFrom = newest;
  }

  /** The file that the program brings. */
  public static InstancePrices shipped() {
    return new InstancePrices(CsvResource.shipped(FILE));
  }

  /** The type, or null where the file has none of that name. */
  public @Nullable InstanceType type(String name) {
    return types.get(name);
  }

  /** All types of some families, by name. */
  public List<InstanceType> ofFamilies(Collection<String> families) {
    List<InstanceType> found = new ArrayList<>();
    for (InstanceType type : types.values()) {
      if (families.contains(type.family())) {
        found.add(type);
      }
    }
    return found;
  }

  /** The day of the newest prices. */
  public LocalDate validFrom() {
    return validFrom;
  }
}
