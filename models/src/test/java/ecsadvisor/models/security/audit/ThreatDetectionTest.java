package ecsadvisor.models.security.audit;

import static ecsadvisor.models.fixture.AuditBuilder.audit;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.BillEvidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThreatDetectionTest {
  private final ThreatDetection check = new ThreatDetection();

  private static BillEvidence bill(boolean usable, String meter) {
    return new BillEvidence(usable, Map.of(meter, 12.0), 0, Set.of());
  }

  @Test
  void aDetectorThatRunsPasses() {
    assertEquals(
        Verdict.PASS,
        check.judge(security().with(audit().detector(true).build()).facts()).verdict());
  }

  @Test
  void aSuspendedDetectorFails() {
    CheckResult result = check.judge(security().with(audit().detector(false).build()).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.NO_DETECTOR), result.reasons());
  }

  @Test
  void noDetectorInACompleteExportFails() {
    assertEquals(
        Verdict.FAIL, check.judge(security().read("guardduty-detector").facts()).verdict());
  }

  @Test
  void noExportIsNoData() {
    assertEquals(Verdict.NO_DATA, check.judge(security().facts()).verdict());
  }

  @Test
  void anOldDetectorIsNoData() {
    Instant old = Instant.parse("2026-06-01T00:00:00Z");
    CheckResult result =
        check.judge(
            security()
                .with(audit().readAt(old).detector(true).build())
                .readAt(old, "guardduty-detector")
                .facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.STALE_EXPORT), result.reasons());
  }

  @Test
  void analyzedEventsOnTheBillPass() {
    CheckResult result =
        check.judge(security().with(bill(true, "AmazonGuardDuty/PaidEventsAnalyzed")).facts());
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(CheckResult.Basis.BILL, result.basis());
  }

  @Test
  void absenceOnTheBillProvesNothing() {
    CheckResult result =
        check.judge(security().with(bill(true, "AWSCloudTrail/FreeEventsRecorded")).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(
        List.of(CheckReason.MISSING_EXPORT, CheckReason.BILL_ABSENT_INCONCLUSIVE),
        result.reasons());
  }

  @Test
  void aBillThatIsNoUseProvesNothing() {
    assertEquals(
        Verdict.NO_DATA,
        check
            .judge(security().with(bill(false, "AmazonGuardDuty/PaidEventsAnalyzed")).facts())
            .verdict());
  }
}
