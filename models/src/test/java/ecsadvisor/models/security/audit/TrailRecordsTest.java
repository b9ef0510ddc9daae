package ecsadvisor.models.security.audit;

import static ecsadvisor.models.fixture.AuditBuilder.audit;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.AuditSecurity.ManagementEvents;
import ecsadvisor.models.fact.security.BillEvidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.AuditBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrailRecordsTest {
  private final TrailRecords check = new TrailRecords(TrailRecords.Settings.defaults());

  private static final BillEvidence BILL =
      new BillEvidence(true, Map.of("AWSCloudTrail/FreeEventsRecorded", 90_000.0), 0, Set.of());

  private CheckResult judge(AuditBuilder audit) {
    return check.judge(security().with(audit.build()).read("cloudtrail-trail").facts());
  }

  @Test
  void aTrailThatLogsAllManagementEventsPasses() {
    CheckResult result = judge(audit().trail(true, "", ManagementEvents.ALL));
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(
        List.of(new Evidence("trail", "arn:aws:cloudtrail:us-east-1:111122223333:trail/t0")),
        result.because());
  }

  @Test
  void aTrailThatWasSeenNeedsNoManifest() {
    assertEquals(
        Verdict.PASS,
        check
            .judge(security().with(audit().trail(true, "", ManagementEvents.ALL).build()).facts())
            .verdict());
  }

  @Test
  void oneGoodTrailOfSeveralIsEnough() {
    assertEquals(
        Verdict.PASS,
        judge(audit().trail(false, "", ManagementEvents.ALL).trail(true, "", ManagementEvents.ALL))
            .verdict());
  }

  @Test
  void aStoppedTrailFails() {
    CheckResult result = judge(audit().trail(false, "", ManagementEvents.ALL));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.TRAIL_STOPPED), result.reasons());
  }

  @Test
  void aTrailWhoseBucketIsGoneFails() {
    assertEquals(
        Verdict.FAIL, judge(audit().trail(true, "NoSuchBucket", ManagementEvents.ALL)).verdict());
  }

  @Test
  void aTrailOfDataEventsOnlyFails() {
    CheckResult result =
        judge(audit().trail(true, "", new ManagementEvents(false, false, List.of())));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.TRAIL_PARTIAL), result.reasons());
  }

  @Test
  void aTrailOfChangesOnlyFails() {
    assertEquals(
        Verdict.FAIL,
        judge(audit().trail(true, "", new ManagementEvents(false, true, List.of()))).verdict());
  }

  @Test
  void excludedSourcesFailAndAreNamed() {
    CheckResult result =
        judge(
            audit()
                .trail(true, "", new ManagementEvents(true, true, List.of("kms.amazonaws.com"))));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(
        "arn:aws:cloudtrail:us-east-1:111122223333:trail/t0 (without kms.amazonaws.com)",
        result.because().get(0).value());
  }

  @Test
  void noTrailAtAllFails() {
    assertEquals(List.of(CheckReason.NO_TRAIL), judge(audit()).reasons());
    assertEquals(Verdict.FAIL, judge(audit()).verdict());
  }

  @Test
  void aTrailWithoutStatusIsNoPass() {
    CheckResult result = judge(audit().trail(null, "", ManagementEvents.ALL));
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals("cloudtrail-status", result.missing().get(0).input());
  }

  @Test
  void aTrailWithoutSelectorsIsNoPass() {
    assertEquals(Verdict.NO_DATA, judge(audit().trail(true, "", null)).verdict());
  }

  @Test
  void anOldTrailIsNoPass() {
    AuditBuilder old =
        audit().readAt(Instant.parse("2026-06-01T00:00:00Z")).trail(true, "", ManagementEvents.ALL);
    assertEquals(Verdict.NO_DATA, judge(old).verdict());
  }

  @Test
  void aStoppedTrailBesideOnesNobodyReadIsNoFailure() {
    assertEquals(
        Verdict.NO_DATA,
        check
            .judge(security().with(audit().trail(false, "", ManagementEvents.ALL).build()).facts())
            .verdict());
  }

  @Test
  void theBillIsNotEnoughUnlessAccepted() {
    CheckResult result = check.judge(security().with(BILL).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals("bill_meter", result.because().get(0).name());
  }

  @Test
  void theBillIsEnoughWhereAccepted() {
    CheckResult result =
        new TrailRecords(new TrailRecords.Settings(true)).judge(security().with(BILL).facts());
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(CheckResult.Basis.BILL, result.basis());
    assertEquals(List.of(CheckReason.BILL_PRESENT), result.reasons());
  }

  @Test
  void theBillDoesNotOutweighWhatWasRead() {
    assertEquals(
        Verdict.FAIL,
        new TrailRecords(new TrailRecords.Settings(true))
            .judge(security().with(BILL).read("cloudtrail-trail").facts())
            .verdict());
  }
}
