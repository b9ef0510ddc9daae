package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import java.util.List;

/**
 * Is the root file system of every container read-only? Security Hub ECS.5, Config rule {@code
 * ecs-containers-readonly-access}: {@code readonlyRootFilesystem} is true in all containers;
 * missing is false. Not applicable on Windows. ECS Exec needs a writable root, so a failure tells
 * whether it is on.
 */
public final class ReadOnlyRootFilesystem implements TaskCheck {
  @Override
  public String statement() {
    return "The root file system of every container is read-only";
  }

  @Override
  public String remedy() {
    return "Set readonlyRootFilesystem to true in every container definition, mount volumes where it"
        + " writes, and turn ECS Exec off.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    return OperatingSystem.judge(
        task,
        service,
        () -> onLinux(task, service),
        () -> CheckResult.notApplicable(CheckReason.ON_WINDOWS));
  }

  private static CheckResult onLinux(TaskSecurity task, SecurityFacts service) {
    CheckResult answer =
        Containers.with(
            task,
            CheckReason.WRITABLE_ROOT,
            "readonlyRootFilesystem",
            ContainerSecurity::readOnlyRootFilesystem);
    return answer.verdict() == Verdict.FAIL && service.security().executeCommand()
        ? answer.with(List.of(new Evidence("enableExecuteCommand", "true")))
        : answer;
  }
}
