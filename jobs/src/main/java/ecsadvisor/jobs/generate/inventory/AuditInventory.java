package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Account;
import ecsadvisor.jobs.generate.organisation.Account.Watch;
import ecsadvisor.jobs.generate.organisation.Cluster;
import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.List;
import java.util.Map;

/** Trails, detectors, alarms, log groups, recorders, standards, budgets and anomaly monitors. */
final class AuditInventory {
  private final Organisation organisation;
  private final Envelopes envelopes;
  private final Cluster place;

  AuditInventory(Organisation organisation, Envelopes envelopes) {
    this.organisation = organisation;
    this.envelopes = envelopes;
    this.place = envelopes.place();
  }

  void add(List<Service> services, boolean withGlobal) {
    if (!place.account().flaws().contains(Flaw.NO_TRAIL)) {
      trail();
    }
    if (!place.account().flaws().contains(Flaw.NO_GUARDDUTY)) {
      detector(services);
    }
    if (!place.account().flaws().contains(Flaw.NO_CONFIG_RECORDER)) {
      recorder();
    }
    services.forEach(this::watched);
    if (withGlobal) {
      spending();
    }
  }

  private void trail() {
    String arn = place.arn("cloudtrail", "trail/larkspur");
    envelopes.add(
        Kind.CLOUDTRAIL_TRAIL,
        arn,
        Body.of(
            "Name",
            "larkspur",
            "TrailARN",
            arn,
            "S3BucketName",
            "larkspur-trails",
            "IncludeGlobalServiceEvents",
            true,
            "IsMultiRegionTrail",
            true,
            "HomeRegion",
            place.region(),
            "LogFileValidationEnabled",
            true,
            "IsOrganizationTrail",
            false));
    envelopes.add(
        Kind.CLOUDTRAIL_STATUS,
        arn,
        Body.of(
            "IsLogging",
            true,
            "LatestDeliveryTime",
            Body.time(organisation.timeline().endHour() - 1)));
    envelopes.add(
        Kind.CLOUDTRAIL_EVENT_SELECTORS,
        arn,
        Body.of(
            "TrailARN",
            arn,
            "EventSelectors",
            List.of(
                Body.of(
                    "ReadWriteType",
                    "All",
                    "IncludeManagementEvents",
                    true,
                    "DataResources",
                    List.of(),
                    "ExcludeManagementEventSources",
                    List.of()))));
  }

  private void detector(List<Service> services) {
    String id =
        Seeds.hex(32, organisation.seed(), "detector", place.account().id(), place.region());
    String arn = place.arn("guardduty", "detector/" + id);
    envelopes.add(
        Kind.GUARDDUTY_DETECTOR,
        arn,
        Body.of(
            "DetectorId",
            id,
            "Status",
            "ENABLED",
            "FindingPublishingFrequency",
            "SIX_HOURS",
            "Features",
            List.of(
                feature("CLOUD_TRAIL", List.of()),
                feature("FLOW_LOGS", List.of()),
                feature(
                    "RUNTIME_MONITORING",
                    List.of(
                        Body.of("Name", "ECS_FARGATE_AGENT_MANAGEMENT", "Status", "ENABLED"),
                        Body.of("Name", "EC2_AGENT_MANAGEMENT", "Status", "ENABLED"))))));
    services.stream()
        .map(Service::cluster)
        .distinct()
        .forEach(
            cluster ->
                envelopes.add(
                    Kind.GUARDDUTY_COVERAGE,
                    cluster.arn(),
                    Body.of(
                        "ResourceId",
                        cluster.arn(),
                        "DetectorId",
                        id,
                        "AccountId",
                        cluster.account().id(),
                        "CoverageStatus",
                        "HEALTHY",
                        "ResourceDetails",
                        Body.of(
                            "ResourceType",
                            "ECS",
                            "EcsClusterDetails",
                            Body.of("ClusterName", cluster.name())))));
  }

  private static Map<String, Object> feature(String name, List<Object> additional) {
    return Body.of("Name", name, "Status", "ENABLED", "AdditionalConfiguration", additional);
  }

  private void recorder() {
    envelopes.add(
        Kind.CONFIG_RECORDER,
        "",
        Body.of(
            "name",
            "default",
            "recording",
            true,
            "lastStatus",
            "SUCCESS",
            "recordingGroup",
            Body.of("allSupported", true, "includeGlobalResourceTypes", true)));
    envelopes.add(
        Kind.SECURITYHUB_STANDARD,
        "",
        Body.of(
            "StandardsSubscriptionArn",
            place.arn(
                "securityhub", "subscription/aws-foundational-security-best-practices/v/1.0.0"),
            "StandardsArn",
            "arn:aws:securityhub:"
                + place.region()
                + "::standards/aws-foundational-security-best-practices/v/1.0.0",
            "StandardsStatus",
            "READY"));
  }

  private void watched(Service service) {
    if (!service.has(Flaw.NO_ALARM)) {
      String name = service.family() + "-cpu-high";
      String arn = service.cluster().arn("cloudwatch", "alarm:" + name);
      envelopes.add(
          Kind.CLOUDWATCH_ALARM,
          arn,
          Body.of(
              "AlarmName",
              name,
              "AlarmArn",
              arn,
              "ActionsEnabled",
              true,
              "AlarmActions",
              List.of(service.cluster().arn("sns", "on-call")),
              "StateValue",
              "OK",
              "MetricName",
              "CPUUtilization",
              "Namespace",
              "AWS/ECS",
              "Statistic",
              "Average",
              "Dimensions",
              List.of(
                  Body.of("Name", "ClusterName", "Value", service.cluster().name()),
                  Body.of("Name", "ServiceName", "Value", service.name())),
              "Period",
              60,
              "EvaluationPeriods",
              5,
              "Threshold",
              95.0,
              "ComparisonOperator",
              "GreaterThanThreshold"));
    }
    if (!service.has(Flaw.NO_LOGGING)) {
      String name = "/ecs/" + service.family();
      String arn = service.cluster().arn("logs", "log-group:" + name);
      envelopes.add(
          Kind.LOGS_LOG_GROUP,
          arn,
          Body.of(
              "logGroupName",
              name,
              "creationTime",
              organisation.timeline().firstHour() * 3_600_000L - 86_400_000L,
              "retentionInDays",
              service.has(Flaw.NO_LOG_RETENTION) ? null : 30,
              "storedBytes",
              4_000_000_000L,
              "arn",
              arn + ":*",
              "logGroupClass",
              "STANDARD"));
    }
  }

  private void spending() {
    Account account = place.account();
    if (account.budgets() == Watch.NONE) {
      return;
    }
    boolean alert = account.budgets() == Watch.BUDGET_AND_ALERT;
    Map<String, Object> notification =
        Body.of(
            "NotificationType",
            "FORECASTED",
            "ComparisonOperator",
            "GREATER_THAN",
            "Threshold",
            100.0,
            "ThresholdType",
            "PERCENTAGE");
    envelopes.add(
        Kind.BUDGETS_BUDGET,
        "arn:aws:budgets::" + account.id() + ":budget/ecs",
        Body.of(
            "BudgetName",
            "ecs",
            "BudgetType",
            "COST",
            "TimeUnit",
            "MONTHLY",
            "BudgetLimit",
            Body.of("Amount", "15000.0", "Unit", "USD"),
            "CostFilters",
            Body.of("Service", List.of("Amazon Elastic Container Service")),
            "Notifications",
            alert ? List.of(notification) : List.of()));
    if (!alert) {
      return;
    }
    String monitor =
        "arn:aws:ce::"
            + account.id()
            + ":anomalymonitor/"
            + Seeds.uuid(17, "monitor", account.id());
    envelopes.add(
        Kind.CE_ANOMALY_MONITOR,
        monitor,
        Body.of(
            "MonitorArn",
            monitor,
            "MonitorName",
            "services",
            "MonitorType",
            "DIMENSIONAL",
            "MonitorDimension",
            "SERVICE"));
    envelopes.add(
        Kind.CE_ANOMALY_SUBSCRIPTION,
        monitor.replace("anomalymonitor", "anomalysubscription"),
        Body.of(
            "SubscriptionName",
            "finops",
            "MonitorArnList",
            List.of(monitor),
            "Frequency",
            "DAILY",
            "Subscribers",
            List.of(
                Body.of(
                    "Address",
                    "finops@larkspur.example",
                    "Type",
                    "EMAIL",
                    "Status",
                    "CONFIRMED"))));
    for (String tag :
        List.of("aws:ecs:clusterName", "aws:ecs:serviceName", "team", "environment")) {
      envelopes.add(
          Kind.CE_COST_ALLOCATION_TAG,
          "",
          Body.of(
              "TagKey",
              tag,
              "Type",
              tag.startsWith("aws:") ? "AWSGenerated" : "UserDefined",
              "Status",
              "Active"));
    }
  }
}
