package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the bill shows of an account and region: that a paid or free meter ran. A meter that did not
 * run proves nothing by itself.
 *
 * @param usable whether the bill covers the account and keeps lines that cost nothing
 * @param meters usage by meter, such as {@code AmazonGuardDuty/PaidFargatevCPUMonitored}, in the
 *     meter's own unit; usage types stand without the region's prefix
 * @param fargateVcpuHours vCPU-hours of Fargate in the same account, region and days
 * @param logGroups log groups that received data
 */
public record BillEvidence(
    boolean usable, Map<String, Double> meters, double fargateVcpuHours, Set<String> logGroups)
    implements Serializable {
  /** No bill, or one that proves nothing. */
  public static final BillEvidence NONE = new BillEvidence(false, Map.of(), 0, Set.of());

  public BillEvidence {
    meters = Map.copyOf(meters);
    logGroups = Set.copyOf(logGroups);
  }

  /** The usage of a meter, or null where it did not run. */
  public @Nullable Double meter(String name) {
    return meters.get(name);
  }
}
