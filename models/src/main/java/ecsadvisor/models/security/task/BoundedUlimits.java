package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.ContainerSecurity.Ulimit;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import java.util.Set;

/**
 * Do containers keep bounds on files, processes and locked memory? An absent limit is the host's or
 * Fargate's default; one that is set to be unlimited lets a container starve its neighbours.
 */
public final class BoundedUlimits implements TaskCheck {
  private static final Set<String> BOUNDED = Set.of("nofile", "nproc", "memlock");

  @Override
  public String statement() {
    return "No container lifts its limits on files, processes or locked memory";
  }

  @Override
  public String remedy() {
    return "Give the ulimits nofile, nproc and memlock a number, or remove them.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    return Containers.without(
        task,
        CheckReason.UNBOUNDED_ULIMIT,
        "ulimits",
        container ->
            container.ulimits().stream()
                .filter(BoundedUlimits::isUnbounded)
                .map(limit -> limit.name() + " unlimited")
                .toList());
  }

  /** Whether a limit that should have a bound has none. */
  public static boolean isUnbounded(Ulimit limit) {
    return BOUNDED.contains(limit.name())
        && (limit.hard() < 0 || limit.hard() >= Integer.MAX_VALUE);
  }
}
