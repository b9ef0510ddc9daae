package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.SecurityStep.TurnOn;

/** Turns on what watches an account, a region or a VPC. */
final class Guards {
  private Guards() {}

  static void write(StepDraft step, TurnOn turnOn) {
    switch (turnOn.guard()) {
      case THREAT_DETECTION -> Detector.turnOn(step);
      case RUNTIME_MONITORING -> Detector.watchRuntime(step, turnOn.resource());
      case SECURITY_HUB -> hub(step);
      case CONFIG_RECORDER -> recorder(step);
      case TRAIL -> Trail.write(step, turnOn.resource());
      case FLOW_LOGS -> flowLogs(step, turnOn.resource());
    }
  }

  private static void hub(StepDraft step) {
    String region = step.subject().region();
    String present = step.privately("hub.json");
    String error = step.privately("error");
    String[] describe = {
      "aws securityhub describe-hub --region " + region + " >" + present + " 2>" + error + " ||",
      "  { grep -Eq 'InvalidAccessException|ResourceNotFoundException' "
          + error
          + " && printf 'null' >"
          + present
          + "; } || stop \"$(cat "
          + error
          + ")\""
    };
    step.check(describe);
    step.check(
        "jq -e '. == null' "
            + present
            + " >/dev/null || stop 'Security Hub is on already. Nothing was changed.'");
    ObjectNode input = JsonText.object().put("EnableDefaultStandards", true);
    step.change(
        step.awsQuietly("securityhub enable-security-hub", step.document("enable-hub", input)),
        "printf 'enabled\\n' >" + step.recorded("hub"));
    step.undoCheck(describe);
    step.undo(
        "if [ -f "
            + step.recorded("hub")
            + " ] && jq -e '. != null' "
            + present
            + " >/dev/null; then",
        "  aws securityhub disable-security-hub --region " + region,
        "  rm -- " + step.recorded("hub"),
        "fi");
    step.terraform()
        .resource("aws_securityhub_account", "hub")
        .flag("enable_default_standards", true);
    step.cloudFormation()
        .properties("Hub", "AWS::SecurityHub::Hub")
        .put("EnableDefaultStandards", true);
    step.say(
        "Turns Security Hub on in the region, with AWS's default standards. Its checks are billed,"
            + " and most need AWS Config. In an organization, its administrator does this for all"
            + " accounts.");
  }

  private static void recorder(StepDraft step) {
    step.choose(Choice.CONFIG_ROLE_ARN);
    step.choose(Choice.CONFIG_BUCKET);
    String region = step.subject().region();
    String present = step.privately("recorders.json");
    String describe =
        "aws configservice describe-configuration-recorder-status --region "
            + region
            + " >"
            + present;
    ObjectNode input = JsonText.object();
    ObjectNode recorder = input.putObject("ConfigurationRecorder").put("name", "default");
    recorder.putObject("recordingGroup").put("allSupported", true);
    ObjectNode channel = JsonText.object();
    channel.putObject("DeliveryChannel").put("name", "default");
    String name =
        step.document("recorder", JsonText.object().put("ConfigurationRecorderName", "default"));
    step.check(
        describe,
        "jq -e '.ConfigurationRecordersStatus == []' "
            + present
            + " >/dev/null || stop 'The region has a recorder: start it, and have it record ECS.'");
    String filled = step.privately("input.json");
    step.change(
        "jq "
            + step.choices()
            + " '.ConfigurationRecorder.roleARN = $choices[0].CONFIG_ROLE_ARN' "
            + step.document("put-recorder", input)
            + " >"
            + filled,
        step.aws("configservice put-configuration-recorder", filled),
        "printf 'made\\n' >" + step.recorded("recorder"),
        "jq "
            + step.choices()
            + " '.DeliveryChannel.s3BucketName = $choices[0].CONFIG_BUCKET' "
            + step.document("put-channel", channel)
            + " >"
            + filled,
        step.aws("configservice put-delivery-channel", filled),
        step.aws("configservice start-configuration-recorder", name));
    String channelName =
        step.document("channel", JsonText.object().put("DeliveryChannelName", "default"));
    step.undo(
        "if [ -f " + step.recorded("recorder") + " ]; then",
        "  " + step.aws("configservice stop-configuration-recorder", name),
        "  " + step.aws("configservice delete-delivery-channel", channelName) + " || true",
        "  " + step.aws("configservice delete-configuration-recorder", name),
        "  rm -- " + step.recorded("recorder"),
        "fi");
    step.terraform().variable("config_role_arn");
    step.terraform()
        .resource("aws_config_configuration_recorder", "recorder")
        .reference("role_arn", "var.config_role_arn")
        .block("recording_group")
        .flag("all_supported", true);
    ObjectNode properties =
        step.cloudFormation().properties("Recorder", "AWS::Config::ConfigurationRecorder");
    step.parameter(properties, "RoleARN", "ConfigRoleArn");
    properties.putObject("RecordingGroup").put("AllSupported", true);
    step.say(
        "Has AWS Config record the region's resources under CONFIG\\_ROLE\\_ARN and deliver to"
            + " CONFIG\\_BUCKET. Each recorded change is billed, and ECS tasks change often.");
  }

  private static void flowLogs(StepDraft step, String vpc) {
    step.choose(Choice.FLOW_LOG_BUCKET_ARN);
    if (vpc.isEmpty()) {
      step.choose(Choice.VPC_ID);
    }
    String asked = "if .vpc == \"\" then .vpc = $choices[0].VPC_ID else . end | ";
    String document = step.document("vpc", JsonText.object().put("vpc", vpc));
    String filter = step.privately("filter.json");
    String present = step.privately("flow-logs.json");
    String input = step.privately("create.json");
    String made = step.recorded("flow-log");
    step.check(
        "jq "
            + step.choices()
            + " '"
            + asked
            + "{Filter: [{Name: \"resource-id\", Values: [.vpc]}]}' "
            + document
            + " >"
            + filter,
        step.aws("ec2 describe-flow-logs", filter) + " >" + present,
        "jq -e '.FlowLogs | map(select(.FlowLogStatus == \"ACTIVE\" and .TrafficType == \"ALL\"))"
            + " == []' "
            + present
            + " >/dev/null || stop 'The VPC has a flow log already. Nothing was changed.'");
    step.change(
        "jq "
            + step.choices()
            + " '"
            + asked
            + "{ResourceIds: [.vpc], ResourceType: \"VPC\", TrafficType: \"ALL\","
            + " LogDestinationType: \"s3\","
            + " LogDestination: $choices[0].FLOW_LOG_BUCKET_ARN}' "
            + document
            + " >"
            + input,
        step.aws("ec2 create-flow-logs", input) + " >" + step.privately("created.json"),
        "jq -e '(.Unsuccessful // []) == []' "
            + step.privately("created.json")
            + " >/dev/null || stop \"$(jq -c .Unsuccessful "
            + step.privately("created.json")
            + ")\"",
        "jq '{FlowLogIds}' " + step.privately("created.json") + " >" + made);
    step.undo(
        "if [ -f " + made + " ]; then",
        "  " + step.awsQuietly("ec2 delete-flow-logs", made),
        "  rm -- " + made,
        "fi");
    step.terraform().variable("flow_log_bucket_arn");
    TerraformBlock block =
        step.terraform()
            .resource("aws_flow_log", "vpc")
            .text("traffic_type", "ALL")
            .text("log_destination_type", "s3")
            .reference("log_destination", "var.flow_log_bucket_arn");
    ObjectNode properties =
        step.cloudFormation()
            .properties("FlowLog", "AWS::EC2::FlowLog")
            .put("ResourceType", "VPC")
            .put("TrafficType", "ALL")
            .put("LogDestinationType", "s3");
    step.parameter(properties, "LogDestination", "FlowLogBucketArn");
    if (vpc.isEmpty()) {
      step.terraform().variable("vpc_id");
      block.reference("vpc_id", "var.vpc_id");
      step.parameter(properties, "ResourceId", "VpcId");
    } else {
      block.text("vpc_id", vpc);
      properties.put("ResourceId", vpc);
    }
    step.say(
        "Has the flow logs of %s written to the bucket that FLOW\\_LOG\\_BUCKET\\_ARN names. They are billed by volume."
            .formatted(vpc.isEmpty() ? "the VPC that VPC\\_ID names" : MarkdownText.of(vpc)));
  }
}
