package ecsadvisor.jobs.source.bill;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;

/**
 * The region that a usage type's prefix stands for: the last resort where a line has neither a
 * region column nor an ARN.
 */
public final class RegionPrefixes {
  private static final Map<String, String> REGIONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("USE1", "us-east-1"),
              Map.entry("USE2", "us-east-2"),
              Map.entry("USW1", "us-west-1"),
              Map.entry("USW2", "us-west-2"),
              Map.entry("CAN1", "ca-central-1"),
              Map.entry("CAN2", "ca-west-1"),
              Map.entry("EU", "eu-west-1"),
              Map.entry("EUW1", "eu-west-1"),
              Map.entry("EUW2", "eu-west-2"),
              Map.entry("EUW3", "eu-west-3"),
              Map.entry("EUC1", "eu-central-1"),
              Map.entry("EUC2", "eu-central-2"),
              Map.entry("EUN1", "eu-north-1"),
              Map.entry("EUS1", "eu-south-1"),
              Map.entry("EUS2", "eu-south-2"),
              Map.entry("APN1", "ap-northeast-1"),
              Map.entry("APN2", "ap-northeast-2"),
              Map.entry("APN3", "ap-northeast-3"),
              Map.entry("APS1", "ap-southeast-1"),
              Map.entry("APS2", "ap-southeast-2"),
              Map.entry("APS3", "ap-south-1"),
              Map.entry("APS4", "ap-southeast-3"),
              Map.entry("APE1", "ap-east-1"),
              Map.entry("SAE1", "sa-east-1"),
              Map.entry("AFS1", "af-south-1"),
              Map.entry("MES1", "me-south-1"),
              Map.entry("MEC1", "me-central-1"),
              Map.entry("ILC1", "il-central-1"),
              Map.entry("UGW1", "us-gov-west-1"),
              Map.entry("UGE1", "us-gov-east-1")));

  private RegionPrefixes() {}

  /** The region by the usage type's prefix, or null. */
  public static Column region(Column usageType) {
    List<Column> entries = new ArrayList<>();
    REGIONS.forEach(
        (prefix, region) -> {
          entries.add(lit(prefix));
          entries.add(lit(region));
        });
    Column region = map(entries.toArray(new Column[0])).getItem(substring_index(usageType, "-", 1));
    return when(usageType.contains("-"), region);
  }
}
