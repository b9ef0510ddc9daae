package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image of a repository.
 *
 * @param digest its digest
 * @param tags its tags; empty for an untagged image
 * @param sizeBytes compressed size
 * @param pushedAt when it was pushed, or null
 * @param lastPulledAt when it was last pulled, or null for never or not known
 */
public record RepositoryImage(
    String digest,
    List<String> tags,
    long sizeBytes,
    @Nullable Instant pushedAt,
    @Nullable Instant lastPulledAt)
    implements Serializable {
  public RepositoryImage {
    tags = List.copyOf(tags);
  }
}
