package ecsadvisor.models.fact.security;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The image that a container runs.
 *
 * @param taskDefinitionArn the revision
 * @param container the container's name
 * @param repository the repository that it comes from, or null where the inventory lacks it
 * @param digest the digest that runs; empty where not known
 * @param scan what is known of that image, or null where the inventory lacks it
 */
public record ImageSecurity(
    String taskDefinitionArn,
    String container,
    @Nullable RepositorySecurity repository,
    String digest,
    @Nullable Scan scan)
    implements Serializable {
  /**
   * What ECR says of an image.
   *
   * @param status COMPLETE, ACTIVE, FAILED, UNSUPPORTED_IMAGE and others; INDEX for a list of
   *     images for several platforms, which has no findings of its own; empty where not said
   * @param found whether it has a summary of findings
   * @param critical number of critical findings
   * @param completedAt when it was scanned last, or null
   * @param pushedAt when it was pushed, or null
   */
  public record Scan(
      String status,
      boolean found,
      int critical,
      @Nullable Instant completedAt,
      @Nullable Instant pushedAt)
      implements Serializable {
    /** Whether it is a list of images. */
    public boolean isIndex() {
      return status.equals("INDEX");
    }

    /** Whether it cannot be scanned or a scan failed. */
    public boolean impossible() {
      return isIndex() || status.equals("FAILED") || status.startsWith("UNSUPPORTED");
    }

    /** Whether it has been scanned. */
    public boolean done() {
      return found || status.equals("COMPLETE") || status.equals("ACTIVE");
    }
  }
}
