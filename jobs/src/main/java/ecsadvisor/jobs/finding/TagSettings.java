package ecsadvisor.jobs.finding;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which tags say who owns a service and how much risk it may take.
 *
 * @param ownerKeys tag keys that name a service's owner; the first that a service has wins
 * @param environmentKeys tag keys that name its environment, likewise
 * @param costCentreKeys tag keys that name who bears its cost, likewise
 * @param devEnvironments environment values, in lower case, that get the DEV profile
 * @param criticalEnvironments those that get the CRITICAL profile; all others are PROD
 */
public record TagSettings(
    List<String> ownerKeys,
    List<String> environmentKeys,
    List<String> costCentreKeys,
    Set<String> devEnvironments,
    Set<String> criticalEnvironments)
    implements Serializable {
  public TagSettings {
    ownerKeys = List.copyOf(ownerKeys);
    environmentKeys = List.copyOf(environmentKeys);
    costCentreKeys = List.copyOf(costCentreKeys);
    devEnvironments = Set.copyOf(devEnvironments);
    criticalEnvironments = Set.copyOf(criticalEnvironments);
  }

  /** Every key that is asked for, each once. */
  public List<String> keys() {
    return Stream.of(ownerKeys, environmentKeys, costCentreKeys)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** What holds when the user says nothing. */
  public static TagSettings defaults() {
    return new TagSettings(
        List.of("owner", "team"),
        List.of("environment", "env", "stage"),
        List.of("cost-centre", "cost_center", "costcenter"),
        Set.of("dev", "development", "test", "testing", "qa", "sandbox", "staging"),
        Set.of("critical", "mission-critical"));
  }
}
