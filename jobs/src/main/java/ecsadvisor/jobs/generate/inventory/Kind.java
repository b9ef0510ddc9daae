package ecsadvisor.jobs.generate.inventory;

import java.util.Locale;

/** The kinds of inventory lines, each with the API call that yields it. */
enum Kind {
  ECS_CLUSTER("ecs:DescribeClusters"),
  ECS_SERVICE("ecs:DescribeServices"),
  ECS_TASK_DEFINITION("ecs:DescribeTaskDefinition"),
  ECS_TASK("ecs:DescribeTasks"),
  ECS_CONTAINER_INSTANCE("ecs:DescribeContainerInstances"),
  ECS_CAPACITY_PROVIDER("ecs:DescribeCapacityProviders"),
  ECS_TASK_SET("ecs:DescribeTaskSets"),
  AUTOSCALING_TARGET("application-autoscaling:DescribeScalableTargets"),
  AUTOSCALING_POLICY("application-autoscaling:DescribeScalingPolicies"),
  AUTOSCALING_SCHEDULED_ACTION("application-autoscaling:DescribeScheduledActions"),
  ELBV2_LOAD_BALANCER("elasticloadbalancing:DescribeLoadBalancers"),
  ELBV2_LISTENER("elasticloadbalancing:DescribeListeners"),
  ELBV2_RULE("elasticloadbalancing:DescribeRules"),
  ELBV2_TARGET_GROUP("elasticloadbalancing:DescribeTargetGroups"),
  ELBV2_ATTRIBUTES("elasticloadbalancing:DescribeTargetGroupAttributes"),
  ECR_REPOSITORY("ecr:DescribeRepositories"),
  ECR_LIFECYCLE_POLICY("ecr:GetLifecyclePolicy"),
  ECR_IMAGE("ecr:DescribeImages"),
  EC2_INSTANCE("ec2:DescribeInstances"),
  EC2_INSTANCE_TYPE("ec2:DescribeInstanceTypes"),
  EC2_SUBNET("ec2:DescribeSubnets"),
  EC2_ROUTE_TABLE("ec2:DescribeRouteTables"),
  EC2_SECURITY_GROUP("ec2:DescribeSecurityGroups"),
  EC2_NETWORK_ACL("ec2:DescribeNetworkAcls"),
  EC2_NETWORK_INTERFACE("ec2:DescribeNetworkInterfaces"),
  EC2_FLOW_LOG("ec2:DescribeFlowLogs"),
  EC2_VPC_ENDPOINT("ec2:DescribeVpcEndpoints"),
  EC2_NAT_GATEWAY("ec2:DescribeNatGateways"),
  EC2_VOLUME("ec2:DescribeVolumes"),
  IAM_AUTHORIZATION_DETAILS("iam:GetAccountAuthorizationDetails"),
  IAM_PASSWORD_POLICY("iam:GetAccountPasswordPolicy"),
  CLOUDTRAIL_TRAIL("cloudtrail:DescribeTrails"),
  CLOUDTRAIL_STATUS("cloudtrail:GetTrailStatus"),
  CLOUDTRAIL_EVENT_SELECTORS("cloudtrail:GetEventSelectors"),
  GUARDDUTY_DETECTOR("guardduty:GetDetector"),
  GUARDDUTY_COVERAGE("guardduty:ListCoverage"),
  CLOUDWATCH_ALARM("cloudwatch:DescribeAlarms"),
  LOGS_LOG_GROUP("logs:DescribeLogGroups"),
  EFS_FILE_SYSTEM("elasticfilesystem:DescribeFileSystems"),
  EFS_BACKUP_POLICY("elasticfilesystem:DescribeBackupPolicy"),
  BACKUP_PLAN("backup:GetBackupPlan"),
  BACKUP_SELECTION("backup:GetBackupSelection"),
  BACKUP_PROTECTED_RESOURCE("backup:ListProtectedResources"),
  CLOUDFORMATION_STACK("cloudformation:DescribeStacks"),
  WAFV2_WEB_ACL_ASSOCIATION("wafv2:GetWebACLForResource"),
  CONFIG_RECORDER("config:DescribeConfigurationRecorderStatus"),
  SECURITYHUB_STANDARD("securityhub:GetEnabledStandards"),
  BUDGETS_BUDGET("budgets:DescribeBudgets"),
  CE_ANOMALY_MONITOR("ce:GetAnomalyMonitors"),
  CE_ANOMALY_SUBSCRIPTION("ce:GetAnomalySubscriptions"),
  CE_COST_ALLOCATION_TAG("ce:ListCostAllocationTags");

  private final String api;

  Kind(String api) {
    this.api = api;
  }

  /** The kind as it stands in the file. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The service that it comes from: the kind's first word. */
  String family() {
    String text = text();
    return text.substring(0, text.indexOf('-'));
  }

  /** The call, as {@code service:Operation}. */
  String api() {
    return api;
  }

  /** Whether the call answers for the account as a whole. */
  boolean global() {
    String family = family();
    return family.equals("iam") || family.equals("budgets") || family.equals("ce");
  }
}
