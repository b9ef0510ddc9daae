package ecsadvisor.models.security.audit;

import ecsadvisor.models.fact.security.AuditSecurity;
import ecsadvisor.models.fact.security.AuditSecurity.Alarm;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.ArrayList;
import java.util.List;

/**
 * Does an alarm that watches the service tell anybody? The service, its target group or its load
 * balancer must be among the alarm's dimensions, also inside metric math, and the alarm or a
 * composite alarm above it must have an action that is on. The alarms with which scaling policies
 * scale tell nobody. Alarms that stop a deployment count.
 */
public final class AlarmsWatch implements Check {
  private static final String KIND = "cloudwatch-alarm";

  @Override
  public String statement() {
    return "An alarm watches the service and tells somebody";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", KIND);
  }

  @Override
  public String remedy() {
    return "Create an alarm on the service's metrics with an action that reaches its owner.";
  }

  @Override
  public CheckResult judge(SecurityFacts service) {
    AuditSecurity audit = service.security().audit();
    List<Evidence> silent = new ArrayList<>();
    for (Alarm alarm : audit.alarms()) {
      if (!Freshness.isStale(service, alarm.collectedAt())) {
        if (alarm.tells()) {
          return CheckResult.pass(
              new Evidence("alarm", alarm.name()), new Evidence("watches", alarm.subject()));
        }
        silent.add(new Evidence("alarm_without_action", alarm.name()));
      }
    }
    if (!audit.deploymentAlarms().isEmpty()) {
      return CheckResult.pass(
          new Evidence("deployment_alarms", String.join(", ", audit.deploymentAlarms())));
    }
    CheckResult unread = Freshness.unread(service, KIND, "aws cloudwatch describe-alarms");
    if (unread != null) {
      return unread.with(silent);
    }
    if (!audit.queryAlarms().isEmpty()) {
      return CheckResult.noData(
          CheckReason.UNRESOLVED_REFERENCE,
          "attestations",
          "State in --attestations whether these alarms on queries watch the service.",
          new Evidence("query_alarms", String.join(", ", audit.queryAlarms())));
    }
    return CheckResult.fail(CheckReason.NO_ALARM).with(silent);
  }
}
