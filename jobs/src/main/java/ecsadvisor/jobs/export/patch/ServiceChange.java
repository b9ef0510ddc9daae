package ecsadvisor.jobs.export.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecsadvisor.models.finding.ServiceEdit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What changes of a service's own settings, and how they are read and put back. */
final class ServiceChange {
  private static final String FILE = "service.jq";

  /** From recorded settings of a service to changed ones. */
  private static final String PROGRAM =
      """
      # Changes recorded settings of a service by $change[0]; where that says {"choice": NAME},
      # the values are those of $choices[0].NAME.
      def chosen: if type == "object" then $choices[0][.choice] | split(",") else . end;
      if $change[0].network
      then .networkConfiguration.awsvpcConfiguration += ($change[0].network | map_values(chosen))
      else . end
      | if $change[0].platformVersion
        then .platformVersion = $change[0].platformVersion
        else . end
      | if $change[0].deployment
        then .deploymentConfiguration += $change[0].deployment
          | if .deploymentConfiguration.minimumHealthyPercent >= 100
              and (.deploymentConfiguration.maximumPercent // 200) <= 100
            then .deploymentConfiguration.maximumPercent = 200
            else . end
        else . end
      | if $change[0].zoneRebalancing
        then .availabilityZoneRebalancing = $change[0].zoneRebalancing
        else . end
      """;

  private final StepDraft step;
  private final ObjectNode document = JsonText.object();
  private final Set<String> settings = new LinkedHashSet<>();
  private String changeFile = "";

  ServiceChange(StepDraft step, List<ServiceEdit> edits) {
    this.step = step;
    edits.forEach(this::edit);
    if (!isEmpty()) {
      step.program(FILE, PROGRAM);
      changeFile = step.document("service-change", document);
    }
  }

  boolean isEmpty() {
    return document.isEmpty();
  }

  ObjectNode document() {
    return document;
  }

  /** Adds lines to apply.sh that record the settings and stop where they need no change. */
  void check(String present) {
    String now = step.privately("settings-now.json");
    String settings = step.privately("settings.json");
    step.check(
        read(present, now),
        changed(now, settings),
        "differ 'What the service has' \"$(jq -cS . "
            + settings
            + ")\" \"$(jq -cS . "
            + now
            + ")\"",
        "cp -- " + now + " " + recorded());
  }

  /** Adds lines that stop rollback.sh where somebody changed them since. */
  void undoCheck(String present) {
    String now = step.privately("settings.json");
    String expected = step.privately("settings-expected.json");
    step.needRecord("settings.json");
    step.undoCheck(
        read(present, now),
        changed(recorded(), expected),
        "same "
            + now
            + " "
            + recorded()
            + " || same "
            + now
            + " "
            + expected
            + " || doubt 'The settings of the service were changed since'");
  }

  /** A line that makes an update of the changed settings. */
  String update(String base, String into) {
    return merge(base, step.privately("settings.json"), into);
  }

  /** A line that makes an update of the recorded settings. */
  String restore(String base, String into) {
    return merge(base, recorded(), into);
  }

  private static String merge(String base, String settings, String into) {
    return "jq -s '.[0] + .[1]' " + base + " " + settings + " >" + into;
  }

  private String recorded() {
    return step.recorded("settings.json");
  }

  private String read(String present, String into) {
    return "jq '.services[0] | {" + String.join(", ", settings) + "}' " + present + " >" + into;
  }

  private String changed(String from, String into) {
    return "jq -f "
        + FILE
        + " --slurpfile change "
        + changeFile
        + " "
        + step.choices()
        + " "
        + from
        + " >"
        + into;
  }

  private void edit(ServiceEdit edit) {
    if (edit instanceof ServiceEdit.SetNetwork network) {
      network(network);
    } else if (edit instanceof ServiceEdit.UseLatestPlatform) {
      settings.add("platformVersion: (.platformVersion // \"LATEST\")");
      document.put("platformVersion", "LATEST");
    } else if (edit instanceof ServiceEdit.BreakCircuit) {
      deployment().putObject("deploymentCircuitBreaker").put("enable", true).put("rollback", true);
    } else if (edit instanceof ServiceEdit.KeepHealthy keep) {
      deployment().put("minimumHealthyPercent", keep.minimumHealthyPercent());
    } else if (edit instanceof ServiceEdit.RebalanceZones) {
      settings.add("availabilityZoneRebalancing: (.availabilityZoneRebalancing // \"DISABLED\")");
      document.put("zoneRebalancing", "ENABLED");
    } else {
      throw new IllegalStateException("No change for " + edit.getClass().getSimpleName());
    }
  }

  private void network(ServiceEdit.SetNetwork edit) {
    settings.add("networkConfiguration: (.networkConfiguration // {})");
    ObjectNode network = child("network");
    if (edit.noPublicAddress()) {
      network.put("assignPublicIp", "DISABLED");
    }
    if (edit.chooseSubnets()) {
      network.putObject("subnets").put("choice", step.choose(Choice.SUBNETS));
    }
    if (edit.chooseSecurityGroups()) {
      network.putObject("securityGroups").put("choice", step.choose(Choice.SECURITY_GROUPS));
    }
  }

  private ObjectNode deployment() {
    settings.add("deploymentConfiguration: (.deploymentConfiguration // {})");
    return child("deployment");
  }

  private ObjectNode child(String name) {
    return document.get(name) instanceof ObjectNode present ? present : document.putObject(name);
  }

  /** Adds the fragments and sentences. */
  void describe(ServiceCalls service) {
    TerraformBlock block = service.terraform();
    ObjectNode properties = service.cloudFormation();
    if (document.get("network") instanceof ObjectNode network) {
      network(network, block.block("network_configuration"), properties);
    }
    if (document.has("platformVersion")) {
      block.text("platform_version", "LATEST");
      properties.put("PlatformVersion", "LATEST");
      step.say("Asks for the latest platform version of Fargate.");
    }
    if (document.get("deployment") instanceof ObjectNode deployment) {
      deployment(deployment, block, properties);
    }
    if (document.has("zoneRebalancing")) {
      block.text("availability_zone_rebalancing", "ENABLED");
      properties.put("AvailabilityZoneRebalancing", "ENABLED");
      step.say(
          "Turns zone rebalancing on: it needs a maximumPercent over 100 and, where there is a"
              + " placement strategy, one that begins with a spread over zones.");
    }
  }

  private void network(ObjectNode network, TerraformBlock block, ObjectNode properties) {
    ObjectNode vpc = properties.putObject("NetworkConfiguration").putObject("AwsvpcConfiguration");
    if (network.has("assignPublicIp")) {
      block.flag("assign_public_ip", false);
      vpc.put("AssignPublicIp", "DISABLED");
      step.say("Takes the public addresses from the tasks.");
    }
    if (network.has("subnets")) {
      step.listVariable(block, "subnets", "subnets");
      step.listParameter(vpc, "Subnets", "Subnets");
      step.say("Runs the tasks in the subnets that SUBNETS names, with commas between them.");
    }
    if (network.has("securityGroups")) {
      step.listVariable(block, "security_groups", "security_groups");
      step.listParameter(vpc, "SecurityGroups", "SecurityGroups");
      step.say("Gives the tasks the security groups that SECURITY\\_GROUPS names.");
    }
  }

  private void deployment(ObjectNode deployment, TerraformBlock block, ObjectNode properties) {
    ObjectNode configuration = properties.putObject("DeploymentConfiguration");
    if (deployment.has("minimumHealthyPercent")) {
      int percent = deployment.get("minimumHealthyPercent").asInt();
      block.number("deployment_minimum_healthy_percent", percent);
      configuration.put("MinimumHealthyPercent", percent);
      step.say(
          "Keeps %d percent of the tasks running during a deployment; where maximumPercent leaves no"
                  .formatted(percent)
              + " room to start others, that becomes 200.");
    }
    if (deployment.has("deploymentCircuitBreaker")) {
      block.block("deployment_circuit_breaker").flag("enable", true).flag("rollback", true);
      configuration.putObject("DeploymentCircuitBreaker").put("Enable", true).put("Rollback", true);
      step.say("Has a deployment that fails stop and go back by itself.");
    }
  }
}
