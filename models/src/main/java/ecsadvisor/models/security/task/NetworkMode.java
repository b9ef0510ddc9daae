package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import java.util.List;
import java.util.Locale;

/**
 * The network mode in which a service runs a revision. Where the definition names none, that is
 * awsvpc on Fargate and for services with network settings, which no other mode has; on EC2 it is
 * bridge, or its like on Windows.
 */
enum NetworkMode {
  AWSVPC,
  BRIDGE,
  HOST,
  NONE,
  /** The definition leaves it open. */
  OPEN;

  static NetworkMode of(TaskSecurity task, SecurityFacts service) {
    return switch (task.networkMode().toLowerCase(Locale.ROOT)) {
      case "awsvpc" -> AWSVPC;
      case "bridge", "default", "nat" -> BRIDGE;
      case "host" -> HOST;
      case "none" -> NONE;
      case "" -> unnamed(task, service);
      default -> OPEN;
    };
  }

  private static NetworkMode unnamed(TaskSecurity task, SecurityFacts service) {
    boolean interfaces = !service.security().networks().isEmpty();
    if (interfaces
        || Launch.onFargate(service)
        || task.compatibilities().equals(List.of("FARGATE"))) {
      return AWSVPC;
    }
    LaunchType type = service.config().launchType();
    return type == LaunchType.EC2 || type == LaunchType.EXTERNAL ? BRIDGE : OPEN;
  }
}
