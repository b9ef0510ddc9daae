package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.SecurityStep.TagResource;

/** Tags a service or a cluster. */
final class ResourceTag {
  private static final String OF_KEY =
      "'.tags // [] | map(select(.key == $choices[0].TAG_KEY)) | .[0].value'";

  private ResourceTag() {}

  static void write(StepDraft step, TagResource tag) {
    step.choose(Choice.TAG_KEY);
    step.choose(Choice.TAG_VALUE);
    RecordedSetting setting =
        new RecordedSetting(
            step,
            "The tag",
            "tag",
            step.choices() + " " + OF_KEY,
            step.choices() + " '$choices[0].TAG_VALUE'");
    ObjectNode arn = JsonText.object().put("resourceArn", tag.arn());
    String named = step.document("resource", arn);
    setting.read(step.aws("ecs list-tags-for-resource", named) + " >" + setting.present());
    String input = step.privately("tag-resource.json");
    step.change(
        setting.fill(
            named,
            ". + {tags: [{key: $choices[0].TAG_KEY, value: $choices[0].TAG_VALUE}]}",
            "tag-resource.json"),
        step.awsQuietly("ecs tag-resource", input));
    setting.undo(
        "if [ \"$(cat " + setting.recorded() + ")\" = null ]; then",
        "  " + setting.fill(named, ". + {tagKeys: [$choices[0].TAG_KEY]}", "untag.json"),
        "  " + step.awsQuietly("ecs untag-resource", step.privately("untag.json")),
        "else",
        "  "
            + setting.fill(
                named,
                ". + {tags: [{key: $choices[0].TAG_KEY, value: $recorded[0]}]}",
                "tag-resource.json"),
        "  " + step.awsQuietly("ecs tag-resource", input),
        "fi");
    step.terraform().variable("tag_key");
    step.terraform().variable("tag_value");
    boolean isService = tag.arn().contains(":service/");
    step.terraform()
        .resource(
            isService ? "aws_ecs_service" : "aws_ecs_cluster", isService ? "service" : "cluster")
        .reference("tags", "zipmap([var.tag_key], [var.tag_value])");
    ObjectNode properties =
        step.cloudFormation()
            .properties(
                isService ? "Service" : "Cluster",
                isService ? "AWS::ECS::Service" : "AWS::ECS::Cluster")
            .putArray("Tags")
            .addObject();
    step.parameter(properties, "Key", "TagKey");
    step.parameter(properties, "Value", "TagValue");
    step.say(
        "Tags "
            + MarkdownText.of(tag.arn())
            + " with TAG\\_KEY and TAG\\_VALUE. For an owner, the key is one that the settings file"
            + " knows owners by.");
  }
}
