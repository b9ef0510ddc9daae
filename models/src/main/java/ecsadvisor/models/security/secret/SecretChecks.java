package ecsadvisor.models.security.secret;

import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.SecuritySettings;
import java.util.List;

/** The checks of this package, in the order in which checks.csv and the docs have them. */
public final class SecretChecks {
  private SecretChecks() {}

  /** The checks. */
  public static List<Check> all(SecuritySettings settings) {
    return List.of(
        new NoSecretVariableNames(),
        new NoSecretsInDefinition(settings.noSecretsInDefinition()),
        new EnvironmentFilesReviewed());
  }
}
