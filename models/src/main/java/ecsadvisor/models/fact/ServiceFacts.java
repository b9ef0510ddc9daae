package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one service when it is judged.
 *
 * @param key which service
 * @param window the days looked at
 * @param profile how much risk it may take
 * @param owner the owner from the configured tags; empty where no tag says
 * @param environment the environment tag's value; empty likewise
 * @param config the inventory's view, or null without one
 * @param spend the bill's view, or null without one
 * @param usage the telemetry's view; {@link Usage#NONE} without one
 * @param requests requests through its load balancers by day, ascending; empty where none are known
 */
public record ServiceFacts(
    ServiceKey key,
    Window window,
    Profile profile,
    String owner,
    String environment,
    @Nullable ServiceConfig config,
    @Nullable Spend spend,
    Usage usage,
    List<RequestDay> requests)
    implements Serializable {
  public ServiceFacts {
    requests = List.copyOf(requests);
  }

  /** The same service with another inventory's view. */
  public ServiceFacts withConfig(ServiceConfig other) {
    return new ServiceFacts(
        key, window, profile, owner, environment, other, spend, usage, requests);
  }

  /** The same service with another telemetry's view. */
  public ServiceFacts withUsage(Usage other) {
    return new ServiceFacts(
        key, window, profile, owner, environment, config, spend, other, requests);
  }
}
