package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.fact.Items.ACCOUNT;
import static ecsadvisor.jobs.fact.Items.ELB;
import static ecsadvisor.jobs.fact.Items.KEY;
import static ecsadvisor.jobs.fact.Items.REGION;
import static ecsadvisor.jobs.fact.Items.TIME;
import static ecsadvisor.jobs.fact.Items.assemble;
import static ecsadvisor.jobs.fact.Items.complete;
import static ecsadvisor.jobs.fact.Items.item;
import static ecsadvisor.jobs.fact.Items.service;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.jobs.source.inventory.InventoryItem;
import ecsadvisor.jobs.source.inventory.InventoryItem.Origin;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.security.AuditSecurity;
import ecsadvisor.models.fact.security.AuditSecurity.Alarm;
import ecsadvisor.models.fact.security.AuditSecurity.Coverage;
import ecsadvisor.models.fact.security.AuditSecurity.Detector;
import ecsadvisor.models.fact.security.AuditSecurity.LogGroup;
import ecsadvisor.models.fact.security.AuditSecurity.ManagementEvents;
import ecsadvisor.models.fact.security.AuditSecurity.Recorder;
import ecsadvisor.models.fact.security.AuditSecurity.Trail;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityAuditsTest {
  private static final String TRAIL = "arn:aws:cloudtrail:us-east-1:111122223333:trail/t";
  private static final String DIMENSIONS =
      "'Dimensions':[{'Name':'ClusterName','Value':'c'},{'Name':'ServiceName','Value':'s'}]";

  private static AuditSecurity audit(InventoryItem... items) {
    return auditOf("", items);
  }

  private static AuditSecurity auditOf(String fields, InventoryItem... items) {
    List<InventoryItem> all = new ArrayList<>(List.of(items));
    all.add(service(fields));
    return requireNonNull(assemble(all.toArray(InventoryItem[]::new)).security().get(KEY)).audit();
  }

  private static InventoryItem trail(String region, boolean everywhere, String fields) {
    return new InventoryItem(
        "cloudtrail-trail",
        ACCOUNT,
        region,
        TIME,
        TRAIL,
        Origin.API,
        "{'TrailARN':'%s','HomeRegion':'%s','IsMultiRegionTrail':%s%s}"
            .formatted(TRAIL, region, everywhere, fields)
            .replace('\'', '"'));
  }

  private static InventoryItem alarm(String name, String fields) {
    return item(
        "cloudwatch-alarm",
        "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:" + name,
        "{'AlarmName':'%s',%s}".formatted(name, fields));
  }

  private static String action(String target) {
    return "'ActionsEnabled':true,'AlarmActions':['arn:aws:%s:eu-west-1:111122223333:x']"
        .formatted(target);
  }

  private static ManagementEvents events(String selectors) {
    return requireNonNull(
        audit(
                trail(REGION, false, ""),
                item("cloudtrail-event-selectors", TRAIL, "{" + selectors + "}"))
            .trails()
            .get(0)
            .events());
  }

  @Test
  void aTrailForAllRegionsCountsWhereverItWasRead() {
    Trail trail =
        audit(
                trail("us-east-1", true, ""),
                item("cloudtrail-status", TRAIL, "{'IsLogging':true}"),
                item(
                    "cloudtrail-event-selectors",
                    TRAIL,
                    "{'EventSelectors':[{'ReadWriteType':'All','IncludeManagementEvents':true}]}"))
            .trails()
            .get(0);
    assertEquals(new Trail(TRAIL, TIME, true, "", ManagementEvents.ALL), trail);
  }

  @Test
  void aTrailOfAnotherRegionDoesNotCount() {
    assertEquals(List.of(), audit(trail("us-east-1", false, "")).trails());
  }

  @Test
  void aTrailAsItIsCreatedRecordsAll() {
    assertEquals(
        ManagementEvents.ALL,
        audit(trail(REGION, false, ",'HasCustomEventSelectors':false")).trails().get(0).events());
    assertNull(
        audit(trail(REGION, false, ",'HasCustomEventSelectors':true")).trails().get(0).events());
  }

  @Test
  void anErrorOfDeliveryIsKept() {
    Trail trail =
        audit(
                trail(REGION, false, ""),
                item(
                    "cloudtrail-status",
                    TRAIL,
                    "{'IsLogging':true,'LatestDeliveryError':'AccessDenied'}"))
            .trails()
            .get(0);
    assertEquals("AccessDenied", trail.deliveryError());
  }

  @Test
  void selectorsSayWhatIsLeftOut() {
    assertEquals(
        new ManagementEvents(true, true, List.of("kms.amazonaws.com")),
        events("'EventSelectors':[{'ExcludeManagementEventSources':['kms.amazonaws.com']}]"));
    assertEquals(
        new ManagementEvents(false, true, List.of()),
        events("'EventSelectors':[{'ReadWriteType':'WriteOnly','IncludeManagementEvents':true}]"));
    assertEquals(
        new ManagementEvents(false, false, List.of()),
        events("'EventSelectors':[{'ReadWriteType':'All','IncludeManagementEvents':false}]"));
  }

  @Test
  void advancedSelectorsAreReadAsWell() {
    String management = "{'Field':'eventCategory','Equals':['Management']}";
    assertEquals(
        ManagementEvents.ALL,
        events("'AdvancedEventSelectors':[{'FieldSelectors':[" + management + "]}]"));
    assertEquals(
        new ManagementEvents(true, false, List.of()),
        events(
            "'AdvancedEventSelectors':[{'FieldSelectors':["
                + management
                + ",{'Field':'readOnly','Equals':['true']}]}]"));
    assertEquals(
        new ManagementEvents(true, true, List.of("kms.amazonaws.com")),
        events(
            "'AdvancedEventSelectors':[{'FieldSelectors':["
                + management
                + ",{'Field':'eventSource','NotEquals':['kms.amazonaws.com']}]}]"));
    assertEquals(
        new ManagementEvents(false, false, List.of()),
        events(
            "'AdvancedEventSelectors':[{'FieldSelectors':"
                + "[{'Field':'eventCategory','Equals':['Data']}]}]"));
  }

  @Test
  void twoSelectorsTogetherTakeAll() {
    String management = "{'Field':'eventCategory','Equals':['Management']}";
    assertEquals(
        ManagementEvents.ALL,
        events(
            "'AdvancedEventSelectors':[{'FieldSelectors':["
                + management
                + ",{'Field':'readOnly','Equals':['true']}]},{'FieldSelectors':["
                + management
                + ",{'Field':'readOnly','Equals':['false']}]}]"));
  }

  @Test
  void theDetectorTellsItsFeatures() {
    assertEquals(
        List.of(
            new Detector(
                "d",
                TIME,
                true,
                true,
                List.of("RUNTIME_MONITORING", "RUNTIME_MONITORING/ECS_FARGATE_AGENT_MANAGEMENT"))),
        audit(
                item(
                    "guardduty-detector",
                    "arn:aws:guardduty:eu-west-1:111122223333:detector/d",
                    """
                    {'Status':'ENABLED','Features':[{'Name':'S3_DATA_EVENTS','Status':'DISABLED'},
                    {'Name':'RUNTIME_MONITORING','Status':'ENABLED','AdditionalConfiguration':[
                    {'Name':'EKS_ADDON_MANAGEMENT','Status':'DISABLED'},
                    {'Name':'ECS_FARGATE_AGENT_MANAGEMENT','Status':'ENABLED'}]}]}"""))
            .detectors());
  }

  @Test
  void aDetectorOfConfigShowsNoFeatures() {
    assertEquals(
        List.of(new Detector("d", TIME, true, false, List.of())),
        audit(item("guardduty-detector", "d", "{'Enable':true,'DetectorId':'d'}")).detectors());
  }

  @Test
  void coverageIsTheClustersOwn() {
    InventoryItem other =
        item(
            "guardduty-coverage",
            "r1",
            "{'CoverageStatus':'HEALTHY','ResourceDetails':{'EcsClusterDetails':"
                + "{'ClusterName':'other'}}}");
    InventoryItem own =
        item(
            "guardduty-coverage",
            "r2",
            "{'CoverageStatus':'UNHEALTHY','Issue':'Agent_Not_Provisioned','ResourceDetails':"
                + "{'EcsClusterDetails':{'ClusterName':'c'}}}");
    assertNull(audit(other).coverage());
    assertEquals(
        new Coverage(TIME, "UNHEALTHY", "Agent_Not_Provisioned"), audit(other, own).coverage());
  }

  @Test
  void alarmsAreFoundByTheirDimensions() {
    assertEquals(
        List.of(new Alarm("cpu", TIME, "service", true)),
        audit(
                alarm("cpu", DIMENSIONS + "," + action("sns")),
                alarm(
                    "cluster",
                    "'Dimensions':[{'Name':'ClusterName','Value':'c'}]," + action("sns")))
            .alarms());
  }

  @Test
  void metricsInsideAnExpressionCount() {
    assertEquals(
        List.of("band"),
        audit(
                alarm(
                    "band",
                    "'Metrics':[{'Id':'e','Expression':'ANOMALY_DETECTION_BAND(m)'},"
                        + "{'Id':'m','MetricStat':{'Metric':{"
                        + DIMENSIONS
                        + "}}}],"
                        + action("sns")))
            .alarms()
            .stream()
            .map(Alarm::name)
            .toList());
  }

  @Test
  void alarmsOfTargetGroupAndLoadBalancerCount() {
    String group = ELB + "targetgroup/t/1";
    InventoryItem description =
        item(
            "elbv2-target-group",
            group,
            "{'TargetGroupArn':'%s','LoadBalancerArns':['%sloadbalancer/app/l/2']}"
                .formatted(group, ELB));
    AuditSecurity audit =
        auditOf(
            "'loadBalancers':[{'targetGroupArn':'" + group + "'}]",
            description,
            alarm(
                "hosts",
                "'Dimensions':[{'Name':'TargetGroup','Value':'targetgroup/t/1'}]," + action("sns")),
            alarm(
                "errors",
                "'Dimensions':[{'Name':'LoadBalancer','Value':'app/l/2'}]," + action("sns")));
    assertEquals(
        List.of(
            new Alarm("errors", TIME, "load balancer", true),
            new Alarm("hosts", TIME, "target group", true)),
        audit.alarms());
  }

  @Test
  void anAlarmThatOnlyScalesTellsNobody() {
    assertEquals(
        List.of(new Alarm("tracking", TIME, "service", false)),
        audit(alarm("tracking", DIMENSIONS + "," + action("autoscaling"))).alarms());
  }

  @Test
  void actionsThatAreOffTellNobody() {
    assertEquals(
        List.of(new Alarm("cpu", TIME, "service", false)),
        audit(alarm("cpu", DIMENSIONS + ",'ActionsEnabled':false,'AlarmActions':['arn:aws:sns:x']"))
            .alarms());
  }

  @Test
  void aCompositeAlarmTellsForItsParts() {
    assertTrue(
        audit(
                alarm("cpu", DIMENSIONS),
                alarm("any", "'AlarmRule':'ALARM(\\'cpu\\') OR ALARM(other)'"),
                alarm(
                    "all",
                    "'AlarmRule':'ALARM(arn:aws:cloudwatch:eu-west-1:111122223333:alarm:any)',"
                        + action("sns")))
            .alarms()
            .get(0)
            .tells());
  }

  @Test
  void compositeAlarmsInACircleEnd() {
    assertEquals(
        List.of(new Alarm("cpu", TIME, "service", false)),
        audit(
                alarm("cpu", DIMENSIONS),
                alarm("a", "'AlarmRule':'ALARM(cpu) AND ALARM(b)'"),
                alarm("b", "'AlarmRule':'ALARM(a'"),
                alarm("b2", "'AlarmRule':'ALARM(a) OR ALARM(\\'b2'"))
            .alarms());
  }

  @Test
  void alarmsOnQueriesAreNamed() {
    assertEquals(
        List.of("all"),
        audit(
                alarm(
                    "all",
                    "'Metrics':[{'Id':'q','Expression':'SELECT MAX(CPUUtilization) FROM"
                        + " SCHEMA(\\\"AWS/ECS\\\", ClusterName, ServiceName)'}],"
                        + action("sns")))
            .queryAlarms());
  }

  @Test
  void alarmsOfDeploymentsCountWhileTheyAreOnAndExist() {
    String on = "'deploymentConfiguration':{'alarms':{'enable':true,'alarmNames':['a','gone']}}";
    assertEquals(List.of("a", "gone"), auditOf(on).deploymentAlarms());
    assertEquals(
        List.of("a"),
        auditOf(on, alarm("a", action("sns")), complete("cloudwatch-alarm")).deploymentAlarms());
    assertEquals(List.of(), auditOf(on.replace("true", "false")).deploymentAlarms());
  }

  @Test
  void logGroupsTellTheirRetention() {
    AuditSecurity audit =
        audit(
            item("logs-log-group", "g1", "{'logGroupName':'/a','retentionInDays':30}"),
            item("logs-log-group", "g2", "{'logGroupName':'/b'}"));
    assertEquals(new LogGroup("/a", TIME, 30), audit.logGroups().get("/a"));
    assertEquals(new LogGroup("/b", TIME, null), audit.logGroups().get("/b"));
  }

  @Test
  void aRecorderIsPutTogetherFromBothCalls() {
    assertEquals(
        List.of(new Recorder("default", TIME, true, "SUCCESS", List.of("AWS::ECS::Service"))),
        audit(
                item(
                    "config-recorder",
                    "default|role",
                    "{'name':'default','roleARN':'role','recordingGroup':{'allSupported':false,"
                        + "'resourceTypes':['AWS::ECS::Cluster','AWS::ECS::TaskDefinition']}}"),
                item(
                    "config-recorder",
                    "default",
                    "{'name':'default','recording':true,'lastStatus':'Success'}"))
            .recorders());
  }

  @Test
  void aRecorderThatExcludesEcsSaysSo() {
    assertEquals(
        List.of("AWS::ECS::Service"),
        audit(
                item(
                    "config-recorder",
                    "default",
                    "{'name':'default','recordingGroup':{'recordingStrategy':{'useOnly':"
                        + "'EXCLUSION_BY_RESOURCE_TYPES'},'exclusionByResourceTypes':"
                        + "{'resourceTypes':['AWS::ECS::Service']}}}"))
            .recorders()
            .get(0)
            .leftOut());
  }

  @Test
  void oddBodiesTellNothing() {
    AuditSecurity audit =
        auditOf(
            "'deploymentConfiguration':'x'",
            item("cloudtrail-trail", TRAIL, "{'IsMultiRegionTrail':'maybe','HomeRegion':7}"),
            item("cloudtrail-status", TRAIL, "{'IsLogging':'yes'}"),
            item("cloudtrail-event-selectors", TRAIL, "{'EventSelectors':{'a':1}}"),
            item("guardduty-detector", "d", "{'Features':'all'}"),
            item("guardduty-coverage", "r", "{'ResourceDetails':[1]}"),
            alarm("x", "'Dimensions':[1,null],'Metrics':{},'AlarmRule':7"),
            item("logs-log-group", "g", "{'logGroupName':'/a','retentionInDays':'soon'}"),
            item("config-recorder", "n", "{'name':'n','recordingGroup':[],'recording':'no'}"),
            item("securityhub-standard", "s", "{'StandardsArn':{}}"));
    assertEquals(List.of(), audit.alarms());
    assertNull(audit.coverage());
    assertNull(audit.logGroups().get("/a"));
  }

  @Test
  void servicesOfARegionShareWhatIsTheRegions() {
    var all =
        assemble(
                service(""),
                item(
                    "ecs-service",
                    Items.ECS + "service/c/t",
                    "{'serviceName':'t','clusterArn':'%scluster/c'}".formatted(Items.ECS)),
                item("logs-log-group", "g1", "{'logGroupName':'/a'}"))
            .security();
    assertSame(
        requireNonNull(all.get(KEY)).audit().logGroups(),
        requireNonNull(all.get(new ServiceKey(ACCOUNT, REGION, "c", "t"))).audit().logGroups());
  }
}
