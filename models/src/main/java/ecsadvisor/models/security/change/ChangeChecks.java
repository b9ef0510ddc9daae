package ecsadvisor.models.security.change;

import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.SecuritySettings;
import java.util.List;

/** The checks of this package, in the order in which checks.csv and the docs have them. */
public final class ChangeChecks {
  private ChangeChecks() {}

  /** The checks. */
  public static List<Check> all(SecuritySettings settings) {
    return List.of(
        new ManagedByCode(settings.managedByCode()),
        new NoDrift(settings.noDrift(), settings.managedByCode()),
        new ImmutableImages(),
        new OneRevisionRuns(),
        new ImagesScanned(settings.imagesScanned()),
        new DeployedByPipeline(settings.deployedByPipeline()));
  }
}
