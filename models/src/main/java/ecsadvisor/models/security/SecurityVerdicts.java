package ecsadvisor.models.security;

import ecsadvisor.models.fact.ServiceKey;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said of a service's security.
 *
 * @param key the service
 * @param checks every check's answer by id, in the order of {@link SecurityChecks}, then the
 *     statements that rows demand
 * @param controls every row's answer, in the catalogue's order
 */
public record SecurityVerdicts(
    ServiceKey key, Map<String, CheckResult> checks, List<ControlVerdict> controls)
    implements Serializable {
  public SecurityVerdicts {
    checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    controls = List.copyOf(controls);
  }
}
