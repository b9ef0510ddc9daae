package ecsadvisor.models.security.continuity;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ServiceCheck;

/**
 * Does ECS spread the tasks again after a zone was lost? It cannot for daemons, for other
 * controllers, outside AWS, and where no more tasks than wanted may run. Advisory.
 */
public final class ZoneRebalancing implements ServiceCheck {
  private static final int ALL_PERCENT = 100;

  @Override
  public String statement() {
    return "ECS spreads the tasks again over the zones";
  }

  @Override
  public String remedy() {
    return "Set availabilityZoneRebalancing to ENABLED.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    ServiceConfig config = service.config();
    boolean possible =
        !config.schedulingStrategy().equals("DAEMON")
            && config.layout().deploymentController().equals("ECS")
            && config.launchType() != LaunchType.EXTERNAL
            && config.layout().maximumPercent() > ALL_PERCENT;
    if (!possible) {
      return CheckResult.notApplicable(CheckReason.REBALANCING_NOT_POSSIBLE);
    }
    String setting = service.security().continuity().zoneRebalancing();
    if (setting.isEmpty()) {
      return CheckResult.noData(
          CheckReason.DESCRIBE_FAILED,
          "ecs-service",
          "Add aws ecs describe-services of a current AWS CLI.");
    }
    Evidence found = new Evidence("availabilityZoneRebalancing", setting);
    return setting.equals("ENABLED")
        ? CheckResult.pass(found)
        : CheckResult.fail(CheckReason.ZONES_NOT_REBALANCED, found);
  }
}
