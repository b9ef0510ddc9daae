package ecsadvisor.models.fact;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a container's command and environment say of a Java heap. Only these figures are kept; no
 * environment value leaves the reader.
 *
 * @param maxHeapMiB {@code -Xmx} in MiB, or null
 * @param maxRamPercentage {@code -XX:MaxRAMPercentage}, 0..100, or null
 */
public record JvmSettings(@Nullable Double maxHeapMiB, @Nullable Double maxRamPercentage)
    implements Serializable {}
