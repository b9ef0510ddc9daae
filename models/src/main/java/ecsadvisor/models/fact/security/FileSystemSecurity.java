package ecsadvisor.models.fact.security;

import ecsadvisor.models.fact.Tag;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An EFS file system.
 *
 * @param id its id
 * @param arn its ARN
 * @param encrypted whether it is encrypted, or null where the source does not say
 * @param kmsKey the key that encrypts it; empty for none
 * @param tags its tags
 * @param tagsKnown whether the source includes tags
 * @param backupPolicy ENABLED, ENABLING, DISABLED or DISABLING; empty where not known
 * @param lastBackup its newest recovery point, or null where none is known
 */
public record FileSystemSecurity(
    String id,
    String arn,
    @Nullable Boolean encrypted,
    String kmsKey,
    List<Tag> tags,
    boolean tagsKnown,
    String backupPolicy,
    @Nullable RecoveryPoint lastBackup)
    implements Serializable {
  public FileSystemSecurity {
    tags = List.copyOf(tags);
  }
}
