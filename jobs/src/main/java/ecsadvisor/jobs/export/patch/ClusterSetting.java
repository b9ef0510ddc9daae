package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.SecurityStep.EditCluster;

/** Changes what a cluster measures or what it records of ECS Exec. */
final class ClusterSetting {
  private static final String SESSIONS =
      "{logging: \"OVERRIDE\", kmsKeyId: $choices[0].EXEC_KEY_ARN,"
          + " logConfiguration: {cloudWatchLogGroupName: $choices[0].EXEC_LOG_GROUP}}";

  private ClusterSetting() {}

  static void write(StepDraft step, EditCluster edit) {
    switch (edit.edit()) {
      case CONTAINER_INSIGHTS -> insights(step, edit.clusterName());
      case EXEC_LOGGING -> sessions(step, edit.clusterName());
    }
  }

  private static void insights(StepDraft step, String cluster) {
    RecordedSetting setting =
        new RecordedSetting(
            step,
            "Container Insights",
            "insights",
            "'.clusters[0].settings // [] | map(select(.name == \"containerInsights\"))"
                + " | .[0].value // \"disabled\"'",
            "'\"enabled\"'");
    setting.read(describe(step, cluster, "SETTINGS") + " >" + setting.present());
    ObjectNode input = JsonText.object().put("cluster", cluster);
    input.putArray("settings").addObject().put("name", "containerInsights").put("value", "enabled");
    String update = step.document("update-cluster-settings", input);
    step.change(step.awsQuietly("ecs update-cluster-settings", update));
    setting.undo(
        setting.fill(update, ".settings[0].value = $recorded[0]", "restore.json"),
        step.awsQuietly("ecs update-cluster-settings", step.privately("restore.json")));
    terraform(step, cluster)
        .block("setting")
        .text("name", "containerInsights")
        .text("value", "enabled");
    template(step, cluster)
        .putArray("ClusterSettings")
        .addObject()
        .put("Name", "containerInsights")
        .put("Value", "enabled");
    step.say(
        "Turns Container Insights on for the cluster "
            + MarkdownText.of(cluster)
            + ". Its metrics and logs are billed.");
  }

  private static void sessions(StepDraft step, String cluster) {
    step.choose(Choice.EXEC_LOG_GROUP);
    step.choose(Choice.EXEC_KEY_ARN);
    RecordedSetting setting =
        new RecordedSetting(
            step,
            "What ECS Exec records",
            "exec",
            "-S '.clusters[0].configuration.executeCommandConfiguration"
                + " // {logging: \"DEFAULT\"}'",
            "-S " + step.choices() + " '" + SESSIONS + "'");
    setting.read(describe(step, cluster, "CONFIGURATIONS") + " >" + setting.present());
    String named = step.document("update-cluster", JsonText.object().put("cluster", cluster));
    setting.undo(update(step, setting, named, "$recorded[0]"));
    step.change(update(step, setting, named, SESSIONS));
    TerraformBlock execution =
        terraform(step, cluster).block("configuration").block("execute_command_configuration");
    step.terraform().variable("exec_key_arn");
    step.terraform().variable("exec_log_group");
    execution.text("logging", "OVERRIDE").reference("kms_key_id", "var.exec_key_arn");
    execution
        .block("log_configuration")
        .reference("cloud_watch_log_group_name", "var.exec_log_group");
    ObjectNode properties =
        template(step, cluster)
            .putObject("Configuration")
            .putObject("ExecuteCommandConfiguration")
            .put("Logging", "OVERRIDE");
    step.parameter(properties, "KmsKeyId", "ExecKeyArn");
    step.parameter(
        properties.putObject("LogConfiguration"), "CloudWatchLogGroupName", "ExecLogGroup");
    step.say(
        "Has the cluster %s encrypt the sessions of ECS Exec with EXEC\\_KEY\\_ARN and log them to EXEC\\_LOG\\_GROUP. The task roles need kms:Decrypt on the key and the right to write to the group."
            .formatted(MarkdownText.of(cluster)));
  }

  /** Lines that keep the rest of the configuration, such as the key of the tasks' storage. */
  private static String[] update(
      StepDraft step, RecordedSetting setting, String named, String sessions) {
    String input = step.privately("update-cluster.json");
    return new String[] {
      "jq "
          + step.choices()
          + " --slurpfile recorded "
          + setting.recorded()
          + " --slurpfile present "
          + setting.present()
          + " '. + {configuration: (($present[0].clusters[0].configuration // {})"
          + " + {executeCommandConfiguration: "
          + sessions
          + "})}' "
          + named
          + " >"
          + input,
      step.awsQuietly("ecs update-cluster", input)
    };
  }

  private static String describe(StepDraft step, String cluster, String include) {
    ObjectNode input = JsonText.object();
    input.putArray("clusters").add(cluster);
    input.putArray("include").add(include);
    return step.aws("ecs describe-clusters", step.document("describe-clusters", input));
  }

  private static TerraformBlock terraform(StepDraft step, String cluster) {
    return step.terraform().resource("aws_ecs_cluster", "cluster").text("name", cluster);
  }

  private static ObjectNode template(StepDraft step, String cluster) {
    return step.cloudFormation()
        .properties("Cluster", "AWS::ECS::Cluster")
        .put("ClusterName", cluster);
  }
}
