package ecsadvisor.models.fact;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a task of the inventory began and ended. ECS tells of stopped tasks for an hour only, so
 * this is a sample.
 *
 * @param availabilityZone where it ran; empty where not said
 * @param createdAt when it was asked for, or null
 * @param pullStartedAt when its images began to be pulled, or null
 * @param pullStoppedAt when they were there, or null
 * @param startedAt when it ran, or null
 * @param stoppedAt when it ended, or null while it runs
 * @param stopCode ECS's code for why it ended, such as SpotInterruption; empty while it runs
 */
public record TaskRun(
    String availabilityZone,
    @Nullable Instant createdAt,
    @Nullable Instant pullStartedAt,
    @Nullable Instant pullStoppedAt,
    @Nullable Instant startedAt,
    @Nullable Instant stoppedAt,
    String stopCode)
    implements Serializable {}
