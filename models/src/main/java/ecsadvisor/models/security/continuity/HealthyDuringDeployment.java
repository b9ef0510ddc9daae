package ecsadvisor.models.security.continuity;

import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ServiceCheck;

/**
 * Do half of the tasks or more go on during a deployment? Daemons are replaced in place, and other
 * controllers do not use the figure: not applicable. Advisory.
 */
public final class HealthyDuringDeployment implements ServiceCheck {
  private static final int LEAST_PERCENT = 50;

  @Override
  public String statement() {
    return "Half of the tasks or more go on during a deployment";
  }

  @Override
  public String remedy() {
    return "Set minimumHealthyPercent to 50 or more.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    ServiceConfig config = service.config();
    if (config.schedulingStrategy().equals("DAEMON")) {
      return CheckResult.notApplicable(CheckReason.DAEMON);
    }
    if (!config.layout().deploymentController().equals("ECS")) {
      return CheckResult.notApplicable(CheckReason.OTHER_CONTROLLER);
    }
    int percent = config.layout().minimumHealthyPercent();
    Evidence found = new Evidence("minimumHealthyPercent", "" + percent);
    return percent >= LEAST_PERCENT
        ? CheckResult.pass(found)
        : CheckResult.fail(CheckReason.UNHEALTHY_DEPLOYMENT, found);
  }
}
