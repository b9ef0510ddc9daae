package ecsadvisor.jobs.finding;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * Which tags say who owns a service and how much risk it may take.
 *
 * @param ownerKeys tag keys that name a service's owner; the first that a service has wins
 * @param environmentKeys tag keys that name its environment, likewise
 * @param devEnvironments environment values, in lower case, that get the DEV profile
 * @param criticalEnvironments those that get the CRITICAL profile; all others are PROD
 */
public record TagSettings(
    List<String> ownerKeys,
    List<String> environmentKeys,
    Set<String> devEnvironments,
    Set<String> criticalEnvironments)
    implements Serializable {
  public TagSettings {
    ownerKeys = List.copyOf(ownerKeys);
    environmentKeys = List.copyOf(environmentKeys);
    devEnvironments = Set.copyOf(devEnvironments);
    criticalEnvironments = Set.copyOf(criticalEnvironments);
  }

  /** What holds when the user says nothing. */
  public static TagSettings defaults() {
    return new TagSettings(
        List.of("owner", "team"),
        List.of("environment", "env", "stage"),
        Set.of("dev", "development", "test", "testing", "qa", "sandbox", "staging"),
        Set.of("critical", "mission-critical"));
  }
}
