package ecsadvisor.models.security.change;

import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ImageSecurity;
import ecsadvisor.models.fact.security.RepositorySecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.AllOf;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import ecsadvisor.models.security.TaskCheck;
import java.util.List;

/**
 * Does each container's image stay the same? A digest does, a tag of an immutable repository does,
 * and ECS resolves any other tag once per deployment unless {@code versionConsistency} is disabled.
 * {@code latest}, written or implied, names another image with the next deployment: FAIL. NIST
 * CM-2; Security Hub ECR.2.
 */
public final class ImmutableImages implements TaskCheck {
  @Override
  public String statement() {
    return "The images that run cannot change under their name";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ecs-task-definition", "ecr-repository");
  }

  @Override
  public String remedy() {
    return "Name images by digest or by a tag of its own, and make the repository's tags immutable.";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    return AllOf.of(
        task.containers().stream().map(container -> judge(container, task, service)).toList(),
        CheckResult.pass());
  }

  private static CheckResult judge(
      ContainerSecurity container, TaskSecurity task, SecurityFacts service) {
    ImageReference reference = ImageReference.of(container.image());
    Evidence image = new Evidence("image", container.name() + ": " + container.image());
    if (!reference.readable()) {
      return CheckResult.noData(
          CheckReason.DESCRIBE_FAILED,
          "ecs-task-definition",
          "Add aws ecs describe-task-definition of " + task.name() + ".",
          image);
    }
    if (reference.pinned()) {
      return CheckResult.pass(image);
    }
    ImageSecurity found = service.security().change().image(task.arn(), container.name());
    RepositorySecurity repository = found == null ? null : found.repository();
    if (repository != null
        && repository.fixes(reference.tag().isEmpty() ? "latest" : reference.tag())) {
      return CheckResult.pass(image, new Evidence("imageTagMutability", repository.mutability()));
    }
    if (reference.newest()) {
      return CheckResult.fail(CheckReason.MOVING_TAG, image);
    }
    if (!container.versionConsistency().equals("disabled")) {
      return CheckResult.pass(image, new Evidence("versionConsistency", "enabled"));
    }
    if (reference.inEcr() && (repository == null || repository.mutability().isEmpty())) {
      return unresolved(service, image);
    }
    return CheckResult.fail(
        CheckReason.MOVING_TAG, image, new Evidence("versionConsistency", "disabled"));
  }

  /** The answer for an image of ECR whose repository the inventory lacks. */
  static CheckResult unresolved(SecurityFacts service, Evidence image) {
    String call = "aws ecr describe-repositories";
    CheckResult unread = Freshness.unread(service, "ecr-repository", call);
    return unread != null
        ? unread.with(List.of(image))
        : CheckResult.noData(
            CheckReason.UNRESOLVED_REFERENCE,
            "ecr-repository",
            "Add " + call + " of the account and region that hold the repository.",
            image);
  }
}
