package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Has CloudTrail record what is called: starts a trail, or makes one where none is known. */
final class Trail {
  private static final String NAME = "management-events";

  private Trail() {}

  static void write(StepDraft step, String arn) {
    if (arn.isEmpty()) {
      create(step);
    } else {
      start(step, arn);
    }
  }

  private static void start(StepDraft step, String arn) {
    RecordedSetting setting =
        new RecordedSetting(step, "That the trail records", "trail", "'.IsLogging'", "true");
    String trail = step.document("trail", JsonText.object().put("Name", arn));
    setting.read(step.aws("cloudtrail get-trail-status", trail) + " >" + setting.present());
    step.change(step.aws("cloudtrail start-logging", trail));
    setting.undo(step.aws("cloudtrail stop-logging", trail));
    step.terraform()
        .resource("aws_cloudtrail", "trail")
        .flag("enable_logging", true)
        .remark("The trail " + arn);
    step.cloudFormation().properties("Trail", "AWS::CloudTrail::Trail").put("IsLogging", true);
    step.say(
        "Starts the trail "
            + MarkdownText.of(arn)
            + ". Its event selectors must include management events, read and write.");
  }

  private static void create(StepDraft step) {
    step.choose(Choice.TRAIL_BUCKET);
    ObjectNode input =
        JsonText.object()
            .put("Name", NAME)
            .put("IsMultiRegionTrail", true)
            .put("IncludeGlobalServiceEvents", true)
            .put("EnableLogFileValidation", true);
    String present = step.privately("trails.json");
    String name = step.document("trail", JsonText.object().put("Name", NAME));
    String made = step.recorded("trail");
    String filled = step.privately("create.json");
    step.check(
        "aws cloudtrail describe-trails --region " + step.subject().region() + " >" + present,
        "jq -e '.trailList | map(select(.Name == \""
            + NAME
            + "\")) == []' "
            + present
            + " >/dev/null || stop 'There is a trail of that name already: start it.'");
    step.change(
        "jq "
            + step.choices()
            + " '.S3BucketName = $choices[0].TRAIL_BUCKET' "
            + step.document("create-trail", input)
            + " >"
            + filled,
        step.awsQuietly("cloudtrail create-trail", filled),
        "printf 'made\\n' >" + made,
        step.aws("cloudtrail start-logging", name));
    step.undo(
        "if [ -f " + made + " ]; then",
        "  " + step.aws("cloudtrail delete-trail", name),
        "  rm -- " + made,
        "fi");
    step.terraform().variable("trail_bucket");
    step.terraform()
        .resource("aws_cloudtrail", "trail")
        .text("name", NAME)
        .reference("s3_bucket_name", "var.trail_bucket")
        .flag("is_multi_region_trail", true)
        .flag("include_global_service_events", true)
        .flag("enable_log_file_validation", true);
    ObjectNode properties =
        step.cloudFormation()
            .properties("Trail", "AWS::CloudTrail::Trail")
            .put("TrailName", NAME)
            .put("IsLogging", true)
            .put("IsMultiRegionTrail", true)
            .put("IncludeGlobalServiceEvents", true)
            .put("EnableLogFileValidation", true);
    step.parameter(properties, "S3BucketName", "TrailBucket");
    step.say(
        "Makes a trail of management events for all regions that writes to TRAIL\\_BUCKET. The first"
            + " copy of management events is free, their storage is not.");
  }
}
