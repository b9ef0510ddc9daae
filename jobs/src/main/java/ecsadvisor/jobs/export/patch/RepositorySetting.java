package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.SecurityStep.EditRepository;

/** Has a repository of images keep its tags where they are, or scan what is pushed. */
final class RepositorySetting {
  private RepositorySetting() {}

  static void write(StepDraft step, EditRepository edit) {
    ObjectNode names = JsonText.object().put("registryId", step.subject().accountId());
    names.putArray("repositoryNames").add(edit.repositoryName());
    String describe =
        step.aws("ecr describe-repositories", step.document("describe-repositories", names));
    ObjectNode one =
        JsonText.object()
            .put("registryId", step.subject().accountId())
            .put("repositoryName", edit.repositoryName());
    TerraformBlock block =
        step.terraform()
            .resource("aws_ecr_repository", "repository")
            .text("name", edit.repositoryName());
    ObjectNode properties =
        step.cloudFormation()
            .properties("Repository", "AWS::ECR::Repository")
            .put("RepositoryName", edit.repositoryName());
    switch (edit.edit()) {
      case IMMUTABLE_TAGS -> {
        write(
            step,
            describe,
            new RecordedSetting(
                step,
                "The mutability of tags",
                "mutability",
                "'.repositories[0].imageTagMutability'",
                "'\"IMMUTABLE\"'"),
            "ecr put-image-tag-mutability",
            step.document("mutability", one.put("imageTagMutability", "IMMUTABLE")),
            ".imageTagMutability = $recorded[0]");
        block.text("image_tag_mutability", "IMMUTABLE");
        properties.put("ImageTagMutability", "IMMUTABLE");
        step.say(
            "Keeps the tags of %s where they are: a pipeline that pushes one tag again, such as latest, fails from then on and must push versions."
                .formatted(MarkdownText.of(edit.repositoryName())));
      }
      case SCAN_ON_PUSH -> {
        one.putObject("imageScanningConfiguration").put("scanOnPush", true);
        write(
            step,
            describe,
            new RecordedSetting(
                step,
                "Scanning on push",
                "scanning",
                "'.repositories[0].imageScanningConfiguration.scanOnPush // false'",
                "true"),
            "ecr put-image-scanning-configuration",
            step.document("scanning", one),
            ".imageScanningConfiguration.scanOnPush = $recorded[0]");
        block.block("image_scanning_configuration").flag("scan_on_push", true);
        properties.putObject("ImageScanningConfiguration").put("ScanOnPush", true);
        step.say(
            "Scans what is pushed to %s; what is there is scanned when somebody asks: `aws ecr start-image-scan`."
                .formatted(MarkdownText.of(edit.repositoryName())));
      }
    }
  }

  private static void write(
      StepDraft step,
      String describe,
      RecordedSetting setting,
      String operation,
      String document,
      String back) {
    setting.read(describe + " >" + setting.present());
    step.change(step.awsQuietly(operation, document));
    setting.undo(
        setting.fill(document, back, "restore.json"),
        step.awsQuietly(operation, step.privately("restore.json")));
  }
}
