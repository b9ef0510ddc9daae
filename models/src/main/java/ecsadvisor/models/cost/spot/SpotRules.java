package ecsadvisor.models.cost.spot;

import ecsadvisor.models.fact.Profile;
import ecsadvisor.models.fact.ServiceFacts;
import ecsadvisor.models.fact.Tag;
import java.util.List;
import java.util.Locale;

/**
 * Who may run on Spot.
 *
 * @param optOutTag key of the tag that keeps a service off Spot; empty for none
 * @param waitingEnvironments environments whose services may be without any task for a while
 * @param drainSeconds longest time in which a target may be drained
 * @param leastStopTimeoutSeconds shortest time to stop that lets work be finished
 */
public record SpotRules(
    String optOutTag,
    List<String> waitingEnvironments,
    int drainSeconds,
    int leastStopTimeoutSeconds) {
  /** Seconds between AWS's notice and the end of the task. */
  public static final int NOTICE_SECONDS = 120;

  public SpotRules {
    waitingEnvironments =
        waitingEnvironments.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether the service may be without any task for a while. */
  public boolean mayWait(ServiceFacts service) {
    return service.profile() == Profile.DEV
        || waitingEnvironments.contains(service.environment().toLowerCase(Locale.ROOT));
  }

  /** Whether a tag keeps a service off Spot: there with any value but {@code false}. */
  boolean isOptedOut(List<Tag> tags) {
    if (optOutTag.isEmpty()) {
      return false;
    }
    return tags.stream()
        .anyMatch(
            tag -> tag.key().equalsIgnoreCase(optOutTag) && !tag.value().equalsIgnoreCase("false"));
  }
}
