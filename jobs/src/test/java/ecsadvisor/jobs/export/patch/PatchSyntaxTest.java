package ecsadvisor.jobs.export.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bertramlabs.plugins.hcl4j.HCLParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ecsadvisor.models.finding.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every file of a patch of every kind of step is read by a parser of its language. */
class PatchSyntaxTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The properties of each resource type that fragments use, from CloudFormation's reference. */
  private static final Map<String, Set<String>> PROPERTIES =
      Map.ofEntries(
          Map.entry(
              "AWS::ECS::Service",
              Set.of(
                  "ServiceName",
                  "Cluster",
                  "DesiredCount",
                  "CapacityProviderStrategy",
                  "PlacementStrategies",
                  "NetworkConfiguration",
                  "PlatformVersion",
                  "DeploymentConfiguration",
                  "AvailabilityZoneRebalancing",
                  "Tags")),
          Map.entry(
              "AWS::ECS::TaskDefinition",
              Set.of(
                  "Cpu",
                  "Memory",
                  "RuntimePlatform",
                  "ContainerDefinitions",
                  "NetworkMode",
                  "TaskRoleArn",
                  "Volumes",
                  "Tags")),
          Map.entry(
              "AWS::ECS::Cluster",
              Set.of("ClusterName", "ClusterSettings", "Configuration", "Tags")),
          Map.entry("AWS::ECS::CapacityProvider", Set.of("Name", "AutoScalingGroupProvider")),
          Map.entry("AWS::Logs::LogGroup", Set.of("LogGroupName", "RetentionInDays")),
          Map.entry("AWS::ElasticLoadBalancingV2::Listener", Set.of("DefaultActions")),
          Map.entry("AWS::WAFv2::WebACLAssociation", Set.of("WebACLArn", "ResourceArn")),
          Map.entry("AWS::EFS::FileSystem", Set.of("BackupPolicy")),
          Map.entry("AWS::EC2::SecurityGroupIngress", Set.of("GroupId", "SourceSecurityGroupId")),
          Map.entry(
              "AWS::EC2::FlowLog",
              Set.of(
                  "ResourceType",
                  "ResourceId",
                  "TrafficType",
                  "LogDestinationType",
                  "LogDestination")),
          Map.entry("AWS::GuardDuty::Detector", Set.of("Enable", "Features")),
          Map.entry("AWS::SecurityHub::Hub", Set.of("EnableDefaultStandards")),
          Map.entry("AWS::Config::ConfigurationRecorder", Set.of("RoleARN", "RecordingGroup")),
          Map.entry(
              "AWS::CloudTrail::Trail",
              Set.of(
                  "TrailName",
                  "IsLogging",
                  "IsMultiRegionTrail",
                  "IncludeGlobalServiceEvents",
                  "EnableLogFileValidation",
                  "S3BucketName")),
          Map.entry(
              "AWS::CloudWatch::Alarm",
              Set.of(
                  "AlarmName",
                  "Namespace",
                  "MetricName",
                  "Statistic",
                  "Period",
                  "EvaluationPeriods",
                  "Threshold",
                  "ComparisonOperator",
                  "TreatMissingData",
                  "Dimensions",
                  "AlarmActions")),
          Map.entry(
              "AWS::ApplicationAutoScaling::ScalableTarget",
              Set.of(
                  "ServiceNamespace",
                  "ResourceId",
                  "ScalableDimension",
                  "MinCapacity",
                  "MaxCapacity",
                  "ScheduledActions")),
          Map.entry(
              "AWS::ApplicationAutoScaling::ScalingPolicy",
              Set.of(
                  "PolicyName",
                  "PolicyType",
                  "ScalingTargetId",
                  "TargetTrackingScalingPolicyConfiguration")),
          Map.entry("AWS::ElasticLoadBalancingV2::TargetGroup", Set.of("TargetGroupAttributes")),
          Map.entry(
              "AWS::AutoScaling::AutoScalingGroup",
              Set.of("AutoScalingGroupName", "DesiredCapacity", "MixedInstancesPolicy")),
          Map.entry(
              "AWS::ECR::Repository",
              Set.of(
                  "RepositoryName",
                  "LifecyclePolicy",
                  "ImageTagMutability",
                  "ImageScanningConfiguration")),
          Map.entry("AWS::Budgets::Budget", Set.of("Budget", "NotificationsWithSubscribers")),
          Map.entry(
              "AWS::CE::AnomalySubscription",
              Set.of(
                  "SubscriptionName",
                  "Frequency",
                  "ThresholdExpression",
                  "MonitorArnList",
                  "Subscribers")),
          Map.entry(
              "AWS::CE::AnomalyMonitor", Set.of("MonitorName", "MonitorType", "MonitorDimension")));

  @TempDir Path folder;

  static List<Step> steps() {
    List<Step> steps = new ArrayList<>(Proposals.all());
    steps.addAll(SecurityProposals.all());
    return steps;
  }

  @ParameterizedTest
  @MethodSource("steps")
  void bashParsesTheScripts(Step step) throws Exception {
    Patch patch = Proposals.patch(step);
    Bash.write(patch, folder);
    for (String script : List.of("apply.sh", "rollback.sh")) {
      if (patch.files().containsKey(script)) {
        assertEquals(new Bash.Result(0, "", ""), Bash.run(folder, Map.of(), "-n", script));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void everyDocumentAScriptNamesIsThereAndIsJson(Step step) throws Exception {
    Patch patch = Proposals.patch(step);
    for (Map.Entry<String, String> file : patch.files().entrySet()) {
      if (file.getKey().endsWith(".json")) {
        assertTrue(JSON.readTree(file.getValue()).isObject(), file.getKey());
      }
      if (file.getKey().endsWith(".sh")) {
        Matcher named = Pattern.compile("file://([^\" ]+\\.json)").matcher(file.getValue());
        while (named.find()) {
          assertTrue(
              named.group(1).startsWith("recorded/")
                  || named.group(1).startsWith("$work/")
                  || patch.files().containsKey(named.group(1)),
              named.group(1));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void terraformParsesTheFragment(Step step) throws Exception {
    String text = Proposals.patch(step).files().get("terraform.tf");
    if (text != null) {
      assertTrue(new HCLParser().parse(text).containsKey("resource"), text);
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void theTemplateHasKnownResourcesOnly(Step step) {
    String text = Proposals.patch(step).files().get("cloudformation.yaml");
    if (text == null) {
      return;
    }
    JsonNode template = yaml(text);
    assertEquals("2010-09-09", template.get("AWSTemplateFormatVersion").textValue());
    assertFalse(template.get("Resources").isEmpty());
    for (Map.Entry<String, JsonNode> resource : template.get("Resources").properties()) {
      assertTrue(resource.getKey().matches("[A-Za-z0-9]+"), resource.getKey());
      assertEquals(Set.of("Type", "Properties"), names(resource.getValue()));
      String type = resource.getValue().get("Type").textValue();
      Set<String> known = PROPERTIES.getOrDefault(type, Set.of());
      assertTrue(known.containsAll(names(resource.getValue().get("Properties"))), text);
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aCustodianPolicyIsHeldToOneResource(Step step) {
    String text = Proposals.patch(step).files().get("custodian.yaml");
    if (text == null) {
      return;
    }
    JsonNode policies = yaml(text).get("policies");
    assertFalse(policies.isEmpty());
    for (JsonNode policy : policies) {
      assertEquals(Set.of("name", "resource", "filters", "actions"), names(policy));
      assertEquals("value", policy.get("filters").get(0).get("type").textValue());
      assertFalse(policy.get("actions").isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void theSameInputGivesTheSameBytes(Step step) {
    assertEquals(Proposals.patch(step), Proposals.patch(step));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void everyFileNameIsPlain(Step step) {
    for (String name : Proposals.patch(step).files().keySet()) {
      assertTrue(name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"), name);
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileNamesBreakNoLanguage(String name) throws Exception {
    PatchSubject subject =
        new PatchSubject(
            Proposals.ID,
            "COST-01",
            "111122223333",
            "eu-west-1",
            name,
            name,
            name,
            name,
            name,
            name,
            null);
    List<Step> steps =
        List.of(
            Proposals.COUNT,
            Proposals.TRACK,
            new Step.PutLifecyclePolicy(name, name, name),
            new Step.SetTargetGroupAttribute(name, name, name, name),
            new Step.Delete("EBS_VOLUME", name, name));
    Patch patch = PatchWriter.patch(subject, Proposals.proposal(steps));
    Bash.write(patch, folder);
    for (String script : List.of("apply.sh", "rollback.sh")) {
      assertEquals(new Bash.Result(0, "", ""), Bash.run(folder, Map.of(), "-n", script));
    }
    for (String text : patch.files().values()) {
      assertTrue(PlainText.isPlain(text.replace("\n", "")), text);
    }
    JsonNode resources = yaml(Proposals.file(patch, "cloudformation.yaml")).get("Resources");
    assertEquals(name, resources.get("Service").get("Properties").get("ServiceName").textValue());
    assertFalse(Proposals.file(patch, "README.md").contains("<script>"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileNamesBreakNoLanguageOfASecurityPatch(String name) throws Exception {
    PatchSubject subject =
        new PatchSubject(
            Proposals.ID,
            "SECURITY",
            "111122223333",
            "eu-west-1",
            name,
            name,
            name,
            name,
            name,
            name,
            null);
    List<Step> steps = new ArrayList<>(SecurityProposals.shared(name, name));
    steps.add(SecurityProposals.task(name, name, name));
    steps.add(SecurityProposals.SETTINGS);
    FixedCheck check = new FixedCheck(name, name, name, List.of(name), name);
    Patch patch = PatchWriter.patch(subject, Proposals.proposal(steps), List.of(check));
    Bash.write(patch, folder);
    for (String script : List.of("apply.sh", "rollback.sh")) {
      assertEquals(new Bash.Result(0, "", ""), Bash.run(folder, Map.of(), "-n", script));
    }
    for (String text : patch.files().values()) {
      assertTrue(PlainText.isPlain(text.replace("\n", "")), text);
    }
    JsonNode resources = yaml(Proposals.file(patch, "cloudformation.yaml")).get("Resources");
    JsonNode container =
        resources.get("TaskDefinition").get("Properties").get("ContainerDefinitions").get(0);
    assertEquals(name, container.get("Name").textValue());
    assertEquals(name, container.get("Secrets").get(0).get("Name").textValue());
    assertFalse(Proposals.file(patch, "README.md").contains("<script>"));
  }

  static Stream<String> hostile() {
    return HostileTexts.some(140).stream().filter(text -> !text.isEmpty());
  }

  private static JsonNode yaml(String text) {
    Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    return JSON.valueToTree(loaded);
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
