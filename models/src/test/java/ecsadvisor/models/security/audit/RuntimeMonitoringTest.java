package ecsadvisor.models.security.audit;

import static ecsadvisor.models.fixture.AuditBuilder.audit;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.security.BillEvidence;
import ecsadvisor.models.fact.security.ClusterSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.AuditBuilder;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuntimeMonitoringTest {
  private final RuntimeMonitoring check = new RuntimeMonitoring();

  private static final String FARGATE = "RUNTIME_MONITORING/ECS_FARGATE_AGENT_MANAGEMENT";
  private static final String EC2 = "RUNTIME_MONITORING/EC2_AGENT_MANAGEMENT";
  private static final String ON = "RUNTIME_MONITORING";

  private static ClusterSecurity cluster(boolean tagsKnown, Tag... tags) {
    return new ClusterSecurity(
        SecurityBuilder.READ_AT, true, true, "", null, List.of(tags), tagsKnown, "", List.of());
  }

  private static SecurityBuilder on(LaunchType launch) {
    return SecurityBuilder.of(service().launchedOn(launch));
  }

  private CheckResult judge(SecurityBuilder service, AuditBuilder audit) {
    return check.judge(service.with(audit.build()).facts());
  }

  /** The answer for a Fargate service of a member account by the bill: 730 vCPU-hours ran. */
  private CheckResult billed(Map<String, Double> meters) {
    return judge(
        security().with(new BillEvidence(true, meters, 730, Set.of())), audit().detectorOfMember());
  }

  @Test
  void fargateWithManagedAgentsPasses() {
    CheckResult result = judge(security().in(cluster(true)), audit().detector(true, ON, FARGATE));
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(List.of(new Evidence("feature", FARGATE)), result.because());
  }

  @Test
  void withoutTheFeatureItFails() {
    CheckResult result = judge(security().in(cluster(true)), audit().detector(true, "CLOUD_TRAIL"));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.NO_RUNTIME_MONITORING), result.reasons());
  }

  @Test
  void theOldFeatureOfEksIsNotIt() {
    CheckResult result =
        judge(
            security().in(cluster(true)),
            audit()
                .detector(
                    true, "EKS_RUNTIME_MONITORING", "EKS_RUNTIME_MONITORING/EKS_ADDON_MANAGEMENT"));
    assertEquals(Verdict.FAIL, result.verdict());
  }

  @Test
  void managementOfOtherAgentsIsNotFargates() {
    assertEquals(
        Verdict.FAIL,
        judge(security().in(cluster(true)), audit().detector(true, ON, EC2)).verdict());
  }

  @Test
  void aClusterTaggedForTheAgentPassesWithoutManagementOfAll() {
    assertEquals(
        Verdict.PASS,
        judge(
                security().in(cluster(true, new Tag("GuardDutyManaged", "true"))),
                audit().detector(true, ON))
            .verdict());
  }

  @Test
  void aClusterExcludedByTagFails() {
    CheckResult result =
        judge(
            security().in(cluster(true, new Tag("GuardDutyManaged", "false"))),
            audit().detector(true, ON, FARGATE));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.EXCLUDED_BY_TAG), result.reasons());
  }

  @Test
  void aServiceExcludedByTagFails() {
    assertEquals(
        Verdict.FAIL,
        judge(
                SecurityBuilder.of(service().tagged("GuardDutyManaged", "false")).in(cluster(true)),
                audit().detector(true, ON, FARGATE))
            .verdict());
  }

  @Test
  void withoutTheClustersTagsAnExclusionCannotBeRuledOut() {
    CheckResult result = judge(security().in(cluster(false)), audit().detector(true, ON, FARGATE));
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals("ecs-cluster", result.missing().get(0).input());
  }

  @Test
  void unhealthyCoverageFailsWithItsIssue() {
    CheckResult result =
        judge(
            security().in(cluster(true)),
            audit()
                .detector(true, ON, FARGATE)
                .coverage("UNHEALTHY", "Others_Identified:...OTHER"));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(
        List.of(
            new Evidence("coverage", "UNHEALTHY"),
            new Evidence("issue", "Others_Identified:...OTHER")),
        result.because());
  }

  @Test
  void healthyCoveragePassesAlsoWithAgentsInstalledByHand() {
    assertEquals(
        Verdict.PASS,
        judge(on(LaunchType.EC2), audit().detector(true, ON).coverage("HEALTHY", "")).verdict());
  }

  @Test
  void instancesWithoutCoverageAreOpenUnlessAgentsAreManaged() {
    assertEquals(
        Verdict.NO_DATA, judge(on(LaunchType.EC2), audit().detector(true, ON, FARGATE)).verdict());
    assertEquals(
        Verdict.PASS, judge(on(LaunchType.EC2), audit().detector(true, ON, EC2)).verdict());
  }

  @Test
  void managedInstancesNeedCoverage() {
    assertEquals(
        Verdict.NO_DATA,
        judge(on(LaunchType.MANAGED_INSTANCES), audit().detector(true, ON, EC2)).verdict());
  }

  @Test
  void tasksOutsideAwsAreNoSubject() {
    assertEquals(
        Verdict.NOT_APPLICABLE, judge(on(LaunchType.EXTERNAL), audit().detector(false)).verdict());
  }

  @Test
  void windowsIsNoPass() {
    CheckResult result =
        judge(
            security().in(cluster(true)).runs(task().operatingSystem("WINDOWS_SERVER_2022_CORE")),
            audit().detector(true, ON, FARGATE));
    assertEquals(List.of(CheckReason.NO_AGENT_FOR_PLATFORM), result.reasons());
    assertEquals(Verdict.NO_DATA, result.verdict());
  }

  @Test
  void aSuspendedDetectorFails() {
    assertEquals(
        Verdict.FAIL,
        judge(security().in(cluster(true)), audit().detector(false, ON, FARGATE)).verdict());
  }

  @Test
  void nothingReadIsNoData() {
    assertEquals(Verdict.NO_DATA, check.judge(security().facts()).verdict());
  }

  @Test
  void nearlyAllMonitoredOnTheBillPasses() {
    CheckResult result = billed(Map.of("AmazonGuardDuty/PaidFargatevCPUMonitored", 0.96));
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(CheckResult.Basis.BILL, result.basis());
    assertEquals(
        List.of(new Evidence("monitored_share_of_fargate_vcpu", "0.96")), result.because());
  }

  @Test
  void partlyMonitoredOnTheBillIsOpenWithTheShare() {
    CheckResult result = billed(Map.of("AmazonGuardDuty/PaidFargatevCPUMonitored", 0.4));
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.BILL_PARTIAL), result.reasons());
    assertEquals("0.40", result.because().get(0).value());
  }

  @Test
  void nothingMonitoredBesideOtherLinesOfGuardDutyFails() {
    CheckResult result = billed(Map.of("AmazonGuardDuty/PaidEventsAnalyzed", 3.0));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.BILL_ABSENT), result.reasons());
    assertEquals(CheckResult.Basis.BILL, result.basis());
  }

  @Test
  void aBillWithoutGuardDutyProvesNothing() {
    assertEquals(
        Verdict.NO_DATA, billed(Map.of("AWSCloudTrail/FreeEventsRecorded", 3.0)).verdict());
  }

  @Test
  void theBillOfFargateSaysNothingOfInstances() {
    BillEvidence bill =
        new BillEvidence(
            true, Map.of("AmazonGuardDuty/PaidFargatevCPUMonitored", 1.0), 730, Set.of());
    assertEquals(
        Verdict.NO_DATA,
        judge(on(LaunchType.EC2).with(bill), audit().detectorOfMember()).verdict());
  }

  @Test
  void settingsOutweighTheBill() {
    BillEvidence bill =
        new BillEvidence(
            true, Map.of("AmazonGuardDuty/PaidFargatevCPUMonitored", 1.0), 730, Set.of());
    assertEquals(
        Verdict.FAIL,
        judge(security().with(bill).in(cluster(true)), audit().detector(true)).verdict());
  }
}
