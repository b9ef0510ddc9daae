package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An EBS volume.
 *
 * @param accountId the account
 * @param region the region
 * @param volumeId its id
 * @param sizeGiB its size
 * @param volumeType such as gp3
 * @param attached whether an instance or task has it
 * @param createdAt when it was made, or null
 * @param tags its tags
 */
public record EbsVolume(
    String accountId,
    String region,
    String volumeId,
    int sizeGiB,
    String volumeType,
    boolean attached,
    @Nullable Instant createdAt,
    List<Tag> tags)
    implements Serializable {
  public EbsVolume {
    tags = List.copyOf(tags);
  }
}
