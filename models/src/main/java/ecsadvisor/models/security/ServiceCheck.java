package ecsadvisor.models.security;

import ecsadvisor.models.fact.security.SecurityFacts;
import java.util.List;

/** A check of a service as a whole: a description from long ago is no evidence of the day. */
public interface ServiceCheck extends Check {
  /** The answer for a service whose description is fresh. */
  CheckResult judgeFresh(SecurityFacts service);

  @Override
  default List<String> needs() {
    return List.of("ecs-service");
  }

  @Override
  default CheckResult judge(SecurityFacts service) {
    CheckResult stale = Freshness.staleService(service);
    return stale == null ? judgeFresh(service) : stale;
  }
}
