package ecsadvisor.models.security.audit;

import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.security.SecurityFacts;
import java.util.List;

/** The tag that tells GuardDuty where on Fargate its agent goes. */
final class AgentTag {
  static final String INCLUDE = "GuardDutyManaged=true";
  static final String EXCLUDE = "GuardDutyManaged=false";

  private AgentTag() {}

  /** Whether the cluster or the service is kept out. */
  static boolean excludes(SecurityFacts service) {
    return has(service.security().cluster().tags(), "false")
        || has(service.config().tags(), "false");
  }

  /** Whether the cluster is asked for. */
  static boolean includes(SecurityFacts service) {
    return has(service.security().cluster().tags(), "true");
  }

  private static boolean has(List<Tag> tags, String value) {
    return tags.contains(new Tag("GuardDutyManaged", value));
  }
}
