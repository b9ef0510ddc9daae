package ecsadvisor.models.finding;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Proposed limits of one container of the task.
 *
 * @param container the container's name
 * @param cpuUnits CPU units to reserve, or null where they stay
 * @param memoryMiB hard limit, or null where it stays
 * @param memoryReservationMiB soft limit, or null where it stays
 */
public record ContainerProposal(
    String container,
    @Nullable Integer cpuUnits,
    @Nullable Integer memoryMiB,
    @Nullable Integer memoryReservationMiB)
    implements Serializable {}
