package ecsadvisor.models.security.remedy;

import ecsadvisor.models.finding.SecurityStep.EditRepository;
import ecsadvisor.models.finding.SecurityStep.TagResource;
import ecsadvisor.models.finding.TaskEdit.TagRevision;
import java.util.List;
import java.util.Map;

/** Fixes of how configuration and images come about. */
final class ChangeRemedies {
  private ChangeRemedies() {}

  static Map<String, Remedy> all() {
    return Map.of(
        "managed-by-code",
        Remedy.byHand(
            "Bring the service into a stack (a CloudFormation change set of type IMPORT, or"
                + " `terraform import`) and deploy from there only."),
        "no-drift",
        Remedy.byHand(
            "See what differs (`aws cloudformation describe-stack-resource-drifts`), make the"
                + " template say what is meant, and update the stack."),
        "immutable-images",
        new Remedy(
            "Name the image by its digest, or by a version's tag in a repository whose tags cannot"
                + " be moved.",
            failed -> ImageRepository.onEach(failed, EditRepository.Edit.IMMUTABLE_TAGS)),
        "images-scanned",
        new Remedy(
            "Have the registry scan images when they are pushed.",
            failed -> ImageRepository.onEach(failed, EditRepository.Edit.SCAN_ON_PUSH)),
        "one-revision-runs",
        Remedy.byHand(
            "Look at the service's events and finish or roll back the deployment that hangs: it runs"
                + " two revisions until then."),
        "deployed-by-pipeline",
        Remedy.byHand(
            "Deploy with the role of the pipeline, and take ecs:UpdateService and"
                + " ecs:RegisterTaskDefinition from people's roles."),
        "service-tagged",
        new Remedy(
            "Tag the service.",
            failed -> failed.onService(new TagResource(FixTarget.service(failed.facts()).arn()))),
        "cluster-tagged",
        new Remedy(
            "Tag the cluster.",
            failed -> {
              FixTarget cluster = FixTarget.cluster(failed.facts());
              return List.of(new Fix(cluster, new TagResource(cluster.arn())));
            }),
        "task-definition-tagged",
        new Remedy(
            "Tag the task definition.",
            failed -> failed.onTask(task -> List.of(new TagRevision()))));
  }
}
