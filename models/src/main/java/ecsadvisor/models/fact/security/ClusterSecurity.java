package ecsadvisor.models.fact.security;

import ecsadvisor.models.fact.Tag;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory says of a cluster's security.
 *
 * @param collectedAt when it was read
 * @param known whether the inventory has the cluster at all
 * @param settingsKnown whether the source includes its settings
 * @param containerInsights enabled, enhanced or disabled; empty where the settings do not name it
 * @param execution what ECS Exec records, or null where the source has no configurations
 * @param tags its tags
 * @param tagsKnown whether the source includes tags
 * @param serviceConnectNamespace the default namespace; empty for none
 * @param capacityProviders the capacity providers that have an Auto Scaling group, by name
 */
public record ClusterSecurity(
    Instant collectedAt,
    boolean known,
    boolean settingsKnown,
    String containerInsights,
    @Nullable Execution execution,
    List<Tag> tags,
    boolean tagsKnown,
    String serviceConnectNamespace,
    List<Provider> capacityProviders)
    implements Serializable {
  /** A cluster that the inventory lacks. */
  public static final ClusterSecurity UNKNOWN =
      new ClusterSecurity(Instant.EPOCH, false, false, "", null, List.of(), false, "", List.of());

  public ClusterSecurity {
    tags = List.copyOf(tags);
    capacityProviders = List.copyOf(capacityProviders);
  }

  /**
   * What ECS Exec records.
   *
   * @param logging NONE, DEFAULT or OVERRIDE; empty where not said, which means DEFAULT
   * @param logged whether it names a log group or bucket
   * @param keyed whether sessions are encrypted with a KMS key of the customer's
   */
  public record Execution(String logging, boolean logged, boolean keyed) implements Serializable {}

  /**
   * A capacity provider.
   *
   * @param name its name
   * @param known whether the inventory describes it
   * @param managedScaling ENABLED, DISABLED or empty
   * @param terminationProtection ENABLED, DISABLED or empty
   */
  public record Provider(
      String name, boolean known, String managedScaling, String terminationProtection)
      implements Serializable {}
}
