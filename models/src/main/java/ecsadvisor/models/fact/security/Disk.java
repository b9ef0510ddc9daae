package ecsadvisor.models.fact.security;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An EBS volume.
 *
 * @param volumeId its id
 * @param encrypted whether it is encrypted, or null where the inventory does not say
 * @param lastBackup its newest recovery point, or null where none is known
 */
public record Disk(String volumeId, @Nullable Boolean encrypted, @Nullable RecoveryPoint lastBackup)
    implements Serializable {}
