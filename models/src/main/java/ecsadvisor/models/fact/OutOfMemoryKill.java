package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A container that was stopped for using more memory than its limit.
 *
 * @param container the container's name
 * @param stoppedAt when, or null
 * @param limitMiB the limit that it hit in MiB, or null where the task does not say
 */
public record OutOfMemoryKill(
    String container, @Nullable Instant stoppedAt, @Nullable Integer limitMiB)
    implements Serializable {}
