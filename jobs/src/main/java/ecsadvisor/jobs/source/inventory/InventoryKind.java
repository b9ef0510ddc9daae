package ecsadvisor.jobs.source.inventory;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of resource: its name in envelopes, the key under which a describe call answers with it,
 * its type in AWS Config, and the fields that identify it.
 *
 * @param name such as {@code ecs-service}
 * @param answerKey top-level key of the answer; empty where there is no one key for it
 * @param configType type in AWS Config; empty where it has none
 * @param identity fields that hold the ARN or, together, identify the resource
 */
record InventoryKind(String name, String answerKey, String configType, List<String> identity) {
  static final String MANIFEST = "manifest";

  /** Kind of revisions of task definitions. */
  static final String TASK_DEFINITION = "ecs-task-definition";

  /** Answers of this call are several lists, and an account's may be split into pages. */
  private static final String IDENTITIES = "iam-authorization-details";

  private static final List<String> IDENTITY_LISTS =
      List.of("roleDetailList", "policies", "userDetailList", "groupDetailList");

  private static final List<InventoryKind> ALL =
      List.of(
          of("ecs-cluster", "clusters", "AWS::ECS::Cluster", "clusterArn"),
          of("ecs-service", "services", "AWS::ECS::Service", "serviceArn"),
          of(
              "ecs-task-definition",
              "taskDefinition",
              "AWS::ECS::TaskDefinition",
              "taskDefinitionArn"),
          of("ecs-task", "tasks", "", "taskArn"),
          of("ecs-container-instance", "containerInstances", "", "containerInstanceArn"),
          of(
              "ecs-capacity-provider",
              "capacityProviders",
              "AWS::ECS::CapacityProvider",
              "capacityProviderArn"),
          of("ecs-task-set", "taskSets", "AWS::ECS::TaskSet", "taskSetArn"),
          of(
              "autoscaling-target",
              "ScalableTargets",
              "",
              "serviceNamespace",
              "resourceId",
              "scalableDimension"),
          of("autoscaling-policy", "ScalingPolicies", "", "policyARN"),
          of("autoscaling-scheduled-action", "ScheduledActions", "", "scheduledActionARN"),
          of(
              "elbv2-load-balancer",
              "LoadBalancers",
              "AWS::ElasticLoadBalancingV2::LoadBalancer",
              "loadBalancerArn"),
          of("elbv2-listener", "Listeners", "AWS::ElasticLoadBalancingV2::Listener", "listenerArn"),
          of("elbv2-rule", "Rules", "", "ruleArn"),
          of(
              "elbv2-target-group",
              "TargetGroups",
              "AWS::ElasticLoadBalancingV2::TargetGroup",
              "targetGroupArn"),
          of("elbv2-attributes", "", "", "loadBalancerArn"),
          of("ecr-repository", "repositories", "AWS::ECR::Repository", "repositoryArn"),
          of("ecr-lifecycle-policy", "", "", "registryId", "repositoryName"),
          of("ecr-image", "imageDetails", "", "registryId", "repositoryName", "imageDigest"),
          of("ec2-instance", "", "AWS::EC2::Instance", "instanceId"),
          of("ec2-instance-type", "InstanceTypes", "", "instanceType"),
          of("ec2-subnet", "Subnets", "AWS::EC2::Subnet", "subnetId"),
          of("ec2-route-table", "RouteTables", "AWS::EC2::RouteTable", "routeTableId"),
          of("ec2-security-group", "SecurityGroups", "AWS::EC2::SecurityGroup", "groupId"),
          of("ec2-network-acl", "NetworkAcls", "AWS::EC2::NetworkAcl", "networkAclId"),
          of(
              "ec2-network-interface",
              "NetworkInterfaces",
              "AWS::EC2::NetworkInterface",
              "networkInterfaceId"),
          of("ec2-flow-log", "FlowLogs", "AWS::EC2::FlowLog", "flowLogId"),
          of("ec2-vpc-endpoint", "VpcEndpoints", "AWS::EC2::VPCEndpoint", "vpcEndpointId"),
          of("ec2-nat-gateway", "NatGateways", "AWS::EC2::NatGateway", "natGatewayId"),
          of("ec2-volume", "Volumes", "AWS::EC2::Volume", "volumeId"),
          of(IDENTITIES, "RoleDetailList", "AWS::IAM::Role", "arn"),
          of("iam-password-policy", "", "", "arn"),
          of("cloudtrail-trail", "trailList", "AWS::CloudTrail::Trail", "trailARN"),
          of("cloudtrail-status", "", "", "trailARN"),
          of("cloudtrail-event-selectors", "", "", "trailARN"),
          of("guardduty-detector", "", "AWS::GuardDuty::Detector", "detectorId"),
          of("guardduty-coverage", "", "", "resourceId"),
          of("cloudwatch-alarm", "MetricAlarms", "AWS::CloudWatch::Alarm", "alarmArn"),
          of("logs-log-group", "logGroups", "", "arn"),
          of("efs-file-system", "FileSystems", "AWS::EFS::FileSystem", "fileSystemId"),
          of("efs-backup-policy", "", "", "fileSystemId"),
          of("backup-plan", "BackupPlansList", "", "backupPlanArn"),
          of("backup-selection", "BackupSelectionsList", "", "selectionId"),
          of("backup-protected-resource", "", "", "resourceArn"),
          of("cloudformation-stack", "Stacks", "AWS::CloudFormation::Stack", "stackId"),
          of("wafv2-web-acl-association", "", "", "resourceArn"),
          of("config-recorder", "ConfigurationRecorders", "", "name", "roleARN"),
          of("securityhub-standard", "StandardsSubscriptions", "", "standardsSubscriptionArn"),
          of("budgets-budget", "Budgets", "", "budgetName"),
          of("ce-anomaly-monitor", "AnomalyMonitors", "", "monitorArn"),
          of("ce-anomaly-subscription", "AnomalySubscriptions", "", "subscriptionArn"),
          of("ce-cost-allocation-tag", "CostAllocationTags", "", "tagKey"),
          of(MANIFEST, "", "", "api"));

  /** Further keys under which answers hold resources of a kind. */
  private static final Map<String, String> OTHER_KEYS =
      Map.of(
          "compositeAlarms", "cloudwatch-alarm",
          "configurationRecordersStatus", "config-recorder");

  private static final Map<String, InventoryKind> BY_NAME = new HashMap<>();
  private static final Map<String, InventoryKind> BY_ANSWER_KEY = new HashMap<>();
  private static final Map<String, InventoryKind> BY_CONFIG_TYPE = new HashMap<>();

  static {
    for (InventoryKind kind : ALL) {
      BY_NAME.put(kind.name, kind);
      BY_ANSWER_KEY.put(firstLower(kind.answerKey), kind);
      BY_CONFIG_TYPE.put(kind.configType, kind);
      OTHER_KEYS.forEach(
          (key, name) -> {
            if (name.equals(kind.name)) {
              BY_ANSWER_KEY.put(key, kind);
            }
          });
    }
    for (InventoryKind kind : ALL) {
      if (kind.name.equals(IDENTITIES)) {
        IDENTITY_LISTS.forEach(key -> BY_ANSWER_KEY.put(key, kind));
        BY_CONFIG_TYPE.put("AWS::IAM::Policy", kind);
      }
    }
    BY_ANSWER_KEY.remove("");
    BY_CONFIG_TYPE.remove("");
  }

  private static InventoryKind of(
      String name, String answerKey, String configType, String... identity) {
    return new InventoryKind(name, answerKey, configType, List.of(identity));
  }

  static @Nullable InventoryKind named(String name) {
    return BY_NAME.get(name);
  }

  static @Nullable InventoryKind ofAnswerKey(String key) {
    return BY_ANSWER_KEY.get(firstLower(key));
  }

  static @Nullable InventoryKind ofConfigType(String type) {
    return BY_CONFIG_TYPE.get(type);
  }

  /** The ARN of a body, or its identifying fields; empty where it has none of them. */
  String identityOf(JsonNode body) {
    StringBuilder text = new StringBuilder();
    for (String field : identity) {
      String value = text(body, field);
      if (!value.isEmpty()) {
        text.append(text.length() == 0 ? "" : "|").append(value);
      }
    }
    return text.length() == 0 && name.equals(IDENTITIES) ? pageOf(body) : text.toString();
  }

  /** What tells a page of identities from the others: the first that it lists. */
  private static String pageOf(JsonNode body) {
    for (String list : IDENTITY_LISTS) {
      String first = text(field(body, list).path(0), "arn");
      if (!first.isEmpty()) {
        return "page of " + first;
      }
    }
    return "";
  }

  private static String firstLower(String key) {
    return key.isEmpty() || key.charAt(0) < 'A' || key.charAt(0) > 'Z'
        ? key
        : (char) (key.charAt(0) - 'A' + 'a') + key.substring(1);
  }
}
