package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a container starts, stops and is reached.
 *
 * @param stopTimeoutSeconds seconds between the signal to stop and the kill, or null where the
 *     definition says none (ECS's default is 30)
 * @param hasHealthCheck whether the definition checks its health
 * @param hostPorts fixed ports of the host that it takes, sorted; dynamic ones are not here
 * @param gpus GPUs that it needs
 * @param privileged whether it has all rights of its host
 */
public record ContainerRuntime(
    @Nullable Integer stopTimeoutSeconds,
    boolean hasHealthCheck,
    List<Integer> hostPorts,
    int gpus,
    boolean privileged)
    implements Serializable {
  /** A definition that says nothing of it. */
  public static final ContainerRuntime DEFAULT =
      new ContainerRuntime(null, false, List.of(), 0, false);

  public ContainerRuntime {
    hostPorts = List.copyOf(hostPorts);
  }
}
