package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.List;

/** Has the service a tag other than AWS's own? Security Hub ECS.13. */
public final class ServiceTagged implements Check {
  @Override
  public String statement() {
    return "The service has a tag";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service");
  }

  @Override
  public String remedy() {
    return "Tag the service, its owner and environment first.";
  }

  @Override
  public CheckResult judge(SecurityFacts service) {
    CheckResult stale = Freshness.staleService(service);
    return stale != null
        ? stale
        : OwnTags.judge(
            service.config().tags(),
            service.security().tagsKnown(),
            false,
            service,
            "ecs-service",
            Described.SERVICES);
  }
}
