package ecsadvisor.models.security.identity;

import ecsadvisor.models.fact.security.ClusterSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity.LogSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.AllOf;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import ecsadvisor.models.security.Unresolved;
import java.util.ArrayList;
import java.util.List;

/**
 * Is what people do in containers through ECS Exec recorded? NIST AC-3 and AU-2, Checkov
 * CKV_AWS_223 and CKV_AWS_224. With Exec on, the cluster's configuration must log and name a key.
 *
 * <p>OVERRIDE logs to the log group or bucket that it names. DEFAULT, which is also what no value
 * means, logs through the container's awslogs configuration: every container must have one, or its
 * sessions are not recorded. A description without the configuration says nothing.
 */
public final class ExecLogged implements Check {
  @Override
  public String statement() {
    return "Sessions through ECS Exec are off, or recorded and encrypted with a key";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ecs-cluster", "ecs-task-definition");
  }

  @Override
  public String remedy() {
    return "Turn ECS Exec off, or set the cluster's executeCommandConfiguration: logging OVERRIDE"
        + " with a log group or bucket, and kmsKeyId.";
  }

  @Override
  public CheckResult judge(SecurityFacts service) {
    CheckResult stale = Freshness.staleService(service);
    if (stale != null) {
      return stale;
    }
    if (service.security().open().touch("enableExecuteCommand")) {
      return Unresolved.ofService("enableExecuteCommand");
    }
    if (!service.security().executeCommand()) {
      return CheckResult.pass(new Evidence("enableExecuteCommand", "false"));
    }
    ClusterSecurity cluster = service.security().cluster();
    ClusterSecurity.Execution execution = cluster.execution();
    if (execution == null || Freshness.isStale(service, cluster.collectedAt())) {
      return CheckResult.noData(
          execution == null ? CheckReason.MISSING_EXPORT : CheckReason.STALE_EXPORT,
          "ecs-cluster",
          "Add aws ecs describe-clusters --include CONFIGURATIONS of this account and region.",
          new Evidence("enableExecuteCommand", "true"));
    }
    List<CheckResult> answers = new ArrayList<>();
    answers.add(recorded(execution, service));
    answers.add(
        execution.keyed()
            ? CheckResult.pass()
            : CheckResult.fail(CheckReason.EXEC_NOT_ENCRYPTED, new Evidence("kmsKeyId", "none")));
    return AllOf.of(answers, CheckResult.pass());
  }

  private static CheckResult recorded(ClusterSecurity.Execution execution, SecurityFacts service) {
    String logging = execution.logging().isEmpty() ? "DEFAULT" : execution.logging();
    Evidence evidence = new Evidence("logging", logging);
    if (logging.equals("DEFAULT")) {
      return recordedByContainers(service).with(List.of(evidence));
    }
    return logging.equals("OVERRIDE") && execution.logged()
        ? CheckResult.pass(evidence)
        : CheckResult.fail(CheckReason.EXEC_NOT_LOGGED, evidence);
  }

  private static CheckResult recordedByContainers(SecurityFacts service) {
    for (TaskSecurity task : service.security().tasks()) {
      for (ContainerSecurity container : task.containers()) {
        LogSecurity log = container.log();
        if (log == null || !log.driver().equals("awslogs")) {
          return CheckResult.fail(
              CheckReason.EXEC_NOT_LOGGED,
              new Evidence("task_definition", task.name()),
              new Evidence("container", container.name()));
        }
      }
    }
    boolean described =
        service.security().tasks().stream().noneMatch(task -> task.containers().isEmpty());
    return described
            && service.security().missingRevisions().isEmpty()
            && !service.security().tasks().isEmpty()
        ? CheckResult.pass()
        : CheckResult.noData(
            CheckReason.MISSING_EXPORT,
            "ecs-task-definition",
            "Add aws ecs describe-task-definition of the running revisions.");
  }
}
