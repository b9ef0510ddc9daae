package ecsadvisor.models.security;

import ecsadvisor.models.security.audit.AuditChecks;
import ecsadvisor.models.security.change.ChangeChecks;
import ecsadvisor.models.security.continuity.ContinuityChecks;
import ecsadvisor.models.security.entry.EntryChecks;
import ecsadvisor.models.security.identity.IdentityChecks;
import ecsadvisor.models.security.network.NetworkChecks;
import ecsadvisor.models.security.secret.SecretChecks;
import ecsadvisor.models.security.storage.StorageChecks;
import ecsadvisor.models.security.task.TaskChecks;
import java.util.List;
import java.util.stream.Stream;

/** All checks, in the order in which checks.csv and the docs have them. */
public final class SecurityChecks {
  private SecurityChecks() {}

  /** The checks. */
  public static List<Check> all(SecuritySettings settings) {
    return Stream.of(
            TaskChecks.all(settings),
            SecretChecks.all(settings),
            IdentityChecks.all(settings),
            NetworkChecks.all(settings),
            EntryChecks.all(settings),
            AuditChecks.all(settings),
            StorageChecks.all(settings),
            ChangeChecks.all(settings),
            ContinuityChecks.all(settings))
        .flatMap(List::stream)
        .toList();
  }
}
