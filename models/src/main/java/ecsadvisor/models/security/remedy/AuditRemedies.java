package ecsadvisor.models.security.remedy;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity.LogSecurity;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.SecurityStep.CreateAlarm;
import ecsadvisor.models.finding.SecurityStep.EditCluster;
import ecsadvisor.models.finding.SecurityStep.PutRetention;
import ecsadvisor.models.finding.SecurityStep.TurnOn;
import ecsadvisor.models.finding.SecurityStep.TurnOn.Guard;
import ecsadvisor.models.finding.TaskEdit;
import ecsadvisor.models.finding.TaskEdit.LogWithoutBlocking;
import ecsadvisor.models.finding.TaskEdit.SendLogs;
import ecsadvisor.models.security.audit.ContainersLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Fixes of logs, trails, detectors and alarms. */
final class AuditRemedies {
  private static final int ALARM_PERCENT = 90;

  private AuditRemedies() {}

  static Map<String, Remedy> all() {
    return Map.ofEntries(
        Map.entry("containers-log", logs()),
        Map.entry("log-configuration-set", logs()),
        Map.entry(
            "logs-non-blocking",
            new Remedy(
                "Set mode to non-blocking and max-buffer-size in the log options.",
                failed ->
                    failed.onContainers(
                        container -> {
                          LogSecurity log = container.log();
                          return log != null
                                  && ContainersLog.keepsOutput(container)
                                  && !log.mode().equals("non-blocking")
                              ? List.of(new LogWithoutBlocking(container.name()))
                              : List.of();
                        }))),
        Map.entry(
            "log-retention-set",
            new Remedy(
                "Give the log groups a retention.",
                failed -> failed.onEachOrAsked("LogsLogGroup", groups(failed), PutRetention::new))),
        Map.entry("trail-records", guard("CloudTrailTrail", Guard.TRAIL, "trail", "trail_arn")),
        Map.entry("flow-logs-active", guard("Ec2Vpc", Guard.FLOW_LOGS, "vpc", "vpc_id")),
        Map.entry("threat-detection", regional("GuardDutyDetector", Guard.THREAT_DETECTION)),
        Map.entry("security-hub-enabled", regional("SecurityHub", Guard.SECURITY_HUB)),
        Map.entry("config-records", regional("ConfigRecorder", Guard.CONFIG_RECORDER)),
        Map.entry(
            "runtime-monitoring",
            new Remedy(
                "Turn GuardDuty's runtime monitoring on, with its agent.",
                failed -> {
                  boolean isFargate =
                      failed.facts().config().launchType() == LaunchType.FARGATE
                          || failed.facts().config().capacityProviders().stream()
                              .anyMatch(item -> item.capacityProvider().startsWith("FARGATE"));
                  String agent =
                      isFargate ? "ECS_FARGATE_AGENT_MANAGEMENT" : "EC2_AGENT_MANAGEMENT";
                  FixTarget detector = FixTarget.regional(failed.facts(), "GuardDutyDetector", "");
                  return List.of(new Fix(detector, new TurnOn(Guard.RUNTIME_MONITORING, agent)));
                })),
        Map.entry(
            "alarms-watch",
            new Remedy(
                "Make an alarm on the service that tells somebody.",
                failed -> {
                  ServiceKey key = failed.facts().key();
                  String name = key.clusterName() + "/" + key.serviceName() + " CPU";
                  return failed.onService(new CreateAlarm(name, "CPUUtilization", ALARM_PERCENT));
                })),
        Map.entry(
            "container-insights",
            new Remedy(
                "Turn Container Insights on for the cluster.",
                failed ->
                    List.of(
                        new Fix(
                            FixTarget.cluster(failed.facts()),
                            new EditCluster(
                                failed.facts().key().clusterName(),
                                EditCluster.Edit.CONTAINER_INSIGHTS))))));
  }

  private static Remedy logs() {
    return new Remedy(
        "Give each container a logConfiguration whose driver keeps its output.",
        failed ->
            failed.onTask(
                task -> {
                  String group = siblingsGroup(task);
                  List<TaskEdit> edits = new ArrayList<>();
                  for (ContainerSecurity container : task.containers()) {
                    if (!ContainersLog.keepsOutput(container)) {
                      edits.add(new SendLogs(container.name(), group));
                    }
                  }
                  return edits;
                }));
  }

  /** The log group of another container of the task; empty where none has one. */
  private static String siblingsGroup(TaskSecurity task) {
    for (ContainerSecurity container : task.containers()) {
      LogSecurity log = container.log();
      if (log != null && log.driver().equals("awslogs") && !log.group().isEmpty()) {
        return log.group();
      }
    }
    return "";
  }

  private static List<String> groups(FailedCheck failed) {
    List<String> named = failed.named("log_group", "log_groups");
    if (!named.isEmpty()) {
      return named;
    }
    TaskSecurity task = failed.task();
    TreeSet<String> groups = new TreeSet<>();
    if (task != null) {
      for (ContainerSecurity container : task.containers()) {
        LogSecurity log = container.log();
        if (log != null && !log.group().isEmpty()) {
          groups.add(log.group());
        }
      }
    }
    return List.copyOf(groups);
  }

  private static Remedy guard(String type, Guard guard, String... names) {
    return new Remedy(
        "Turn it on in the account.",
        failed ->
            failed.onEachOrAsked(type, failed.named(names), found -> new TurnOn(guard, found)));
  }

  private static Remedy regional(String type, Guard guard) {
    return new Remedy(
        "Turn it on in the account.",
        failed ->
            List.of(new Fix(FixTarget.regional(failed.facts(), type, ""), new TurnOn(guard, ""))));
  }
}
