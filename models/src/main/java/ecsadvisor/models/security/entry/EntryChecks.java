package ecsadvisor.models.security.entry;

import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.SecuritySettings;
import java.util.List;

/** The checks of this package, in the order in which checks.csv and the docs have them. */
public final class EntryChecks {
  private EntryChecks() {}

  /** The checks. */
  public static List<Check> all(SecuritySettings settings) {
    return List.of(
        new ListenersEncrypted(),
        new TargetsEncrypted(settings.targetsEncrypted()),
        new TransitStated(),
        new ServiceConnectTls(),
        new WebAclAttached());
  }
}
