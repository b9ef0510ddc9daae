package ecsadvisor.jobs.finding;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Which services the run is about; an empty list means all.
 *
 * @param accounts account ids
 * @param regions region codes
 * @param clusters cluster names
 */
public record ServiceFilter(List<String> accounts, List<String> regions, List<String> clusters) {
  public static final ServiceFilter ALL = new ServiceFilter(List.of(), List.of(), List.of());

  public ServiceFilter {
    accounts = List.copyOf(accounts);
    regions = List.copyOf(regions);
    clusters = List.copyOf(clusters);
  }

  Column condition() {
    return isOneOf("account_id", accounts)
        .and(isOneOf("region", regions))
        .and(isOneOf("cluster_name", clusters));
  }

  private static Column isOneOf(String column, List<String> values) {
    return values.isEmpty() ? lit(true) : col(column).isin(values.toArray());
  }
}
