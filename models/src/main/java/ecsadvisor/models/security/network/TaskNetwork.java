package ecsadvisor.models.security.network;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.ServiceSecurity;
import ecsadvisor.models.fact.security.TaskSecurity;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose network interfaces a service's tasks use. */
enum TaskNetwork {
  /** Their own (awsvpc). */
  OWN,
  /** Those of the instances that they run on (bridge and host). */
  HOSTS,
  /** None that AWS knows: no network, or hosts outside of AWS. */
  NONE,
  /** Nothing says. */
  UNKNOWN;

  static TaskNetwork of(SecurityFacts service) {
    ServiceSecurity security = service.security();
    if (!security.networks().isEmpty()) {
      return OWN;
    }
    LaunchType launch = service.config().launchType();
    if (launch == LaunchType.EXTERNAL) {
      return NONE;
    }
    Set<String> modes =
        security.tasks().stream().map(TaskSecurity::networkMode).collect(Collectors.toSet());
    if (launch == LaunchType.FARGATE
        || modes.contains("awsvpc")
        || (modes.isEmpty() && launch == LaunchType.UNKNOWN)
        || TaskSets.unread(service) != null) {
      return UNKNOWN;
    }
    return modes.equals(Set.of("none")) ? NONE : HOSTS;
  }
}
