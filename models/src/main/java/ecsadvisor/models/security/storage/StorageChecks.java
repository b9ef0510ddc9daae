package ecsadvisor.models.security.storage;

import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.SecuritySettings;
import java.util.List;

/** The checks of this package, in the order in which checks.csv and the docs have them. */
public final class StorageChecks {
  private StorageChecks() {}

  /** The checks. */
  public static List<Check> all(SecuritySettings settings) {
    return List.of(
        new VolumesBackedUp(settings.volumesBackedUp()),
        new ConfigurationBackedUp(settings.managedByCode()),
        new VolumesEncrypted(),
        new CustomerKeys(),
        new EfsIamAuthorization());
  }
}
