package ecsadvisor.models.fact.security;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Tag;
import java.io.Serializable;
import java.util.List;

/**
 * A service that runs as a role.
 *
 * @param key the service
 * @param tags its tags; empty where the source has none
 */
public record RoleUser(ServiceKey key, List<Tag> tags) implements Serializable {
  public RoleUser {
    tags = List.copyOf(tags);
  }
}
