package ecsadvisor.models.fact;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A container definition, as far as sizing needs it.
 *
 * @param name the container's name
 * @param image the image's reference
 * @param cpuUnits CPU units reserved for it; 0 where the definition says nothing
 * @param memoryMiB hard limit in MiB, or null
 * @param memoryReservationMiB soft limit in MiB, or null
 * @param essential whether the task ends with it
 * @param jvm what is known of a Java heap, or null where nothing hints at one
 * @param runtime how it starts, stops and is reached
 */
public record Container(
    String name,
    String image,
    int cpuUnits,
    @Nullable Integer memoryMiB,
    @Nullable Integer memoryReservationMiB,
    boolean essential,
    @Nullable JvmSettings jvm,
    ContainerRuntime runtime)
    implements Serializable {}
