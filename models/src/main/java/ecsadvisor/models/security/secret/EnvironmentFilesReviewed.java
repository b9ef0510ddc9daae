package ecsadvisor.models.security.secret;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.TaskCheck;
import java.util.List;

/**
 * Are environment files free of secrets? The files lie in S3 and are not read, so that only a
 * person's statement answers it. AWS's own ECS.8 leaves them out explicitly.
 */
public final class EnvironmentFilesReviewed implements TaskCheck {
  @Override
  public String statement() {
    return "The environment files that containers read hold no secrets";
  }

  @Override
  public String remedy() {
    return "Move secrets from the environment files to Secrets Manager or Parameter Store, and"
        + " reference them in secrets.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    List<String> files =
        task.containers().stream()
            .map(ContainerSecurity::environmentFiles)
            .flatMap(List::stream)
            .distinct()
            .sorted()
            .toList();
    if (files.isEmpty()) {
      return CheckResult.notApplicable(CheckReason.NO_ENVIRONMENT_FILES);
    }
    return CheckResult.noData(
        CheckReason.FILES_NOT_READ,
        "attestations",
        "Review %s and state it in --attestations: check %s, type REVIEW."
            .formatted(String.join(", ", files), id()),
        files.stream()
            .map(file -> new Evidence("environment_file", file))
            .toArray(Evidence[]::new));
  }
}
