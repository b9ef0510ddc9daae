package ecsadvisor.models.security.continuity;

import ecsadvisor.models.fact.security.ContinuitySecurity.DeploymentRules;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ServiceCheck;

/**
 * Is a deployment that fails stopped and taken back? Alarms that roll back are shown but are not
 * enough: a task that never starts raises none. CodeDeploy and external controllers have rules of
 * their own: not applicable. CCM BCR-01.
 */
public final class CircuitBreaker implements ServiceCheck {
  @Override
  public String statement() {
    return "A deployment that fails is taken back";
  }

  @Override
  public String remedy() {
    return "Set deploymentCircuitBreaker to enable and rollback.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    String controller = service.config().layout().deploymentController();
    if (!controller.equals("ECS")) {
      return CheckResult.notApplicable(
          CheckReason.OTHER_CONTROLLER, new Evidence("deploymentController", controller));
    }
    DeploymentRules rules = service.security().continuity().rules();
    if (rules == null) {
      return CheckResult.noData(
          CheckReason.DESCRIBE_FAILED, "ecs-service", "Add aws ecs describe-services.");
    }
    Evidence enabled = new Evidence("deploymentCircuitBreaker.enable", "" + rules.circuitBreaker());
    Evidence rollback = new Evidence("deploymentCircuitBreaker.rollback", "" + rules.rollback());
    return rules.circuitBreaker() && rules.rollback()
        ? CheckResult.pass(enabled, rollback)
        : CheckResult.fail(
            CheckReason.NO_CIRCUIT_BREAKER,
            enabled,
            rollback,
            new Evidence("alarms_roll_back", "" + rules.alarmsRollBack()));
  }
}
