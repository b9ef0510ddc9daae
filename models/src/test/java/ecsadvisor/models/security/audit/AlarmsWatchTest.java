package ecsadvisor.models.security.audit;

import static ecsadvisor.models.fixture.AuditBuilder.audit;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.AuditBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmsWatchTest {
  private final AlarmsWatch check = new AlarmsWatch();

  private CheckResult judge(AuditBuilder audit) {
    return check.judge(security().with(audit.build()).read("cloudwatch-alarm").facts());
  }

  @Test
  void anAlarmThatTellsSomebodyPasses() {
    CheckResult result = judge(audit().alarm("cpu", true));
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(
        List.of(new Evidence("alarm", "cpu"), new Evidence("watches", "service")),
        result.because());
  }

  @Test
  void anAlarmWithoutActionFailsAndIsNamed() {
    CheckResult result = judge(audit().alarm("cpu", false));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(new Evidence("alarm_without_action", "cpu")), result.because());
  }

  @Test
  void noAlarmFails() {
    assertEquals(List.of(CheckReason.NO_ALARM), judge(audit()).reasons());
  }

  @Test
  void anAlarmOnDeploymentsPassesWithoutAnyExport() {
    assertEquals(
        Verdict.PASS,
        check.judge(security().with(audit().deploymentAlarm("errors").build()).facts()).verdict());
  }

  @Test
  void alarmsThatNobodyReadAreNoData() {
    assertEquals(Verdict.NO_DATA, check.judge(security().facts()).verdict());
  }

  @Test
  void anOldAlarmIsNone() {
    assertEquals(
        Verdict.FAIL,
        judge(audit().readAt(Instant.parse("2026-06-01T00:00:00Z")).alarm("cpu", true)).verdict());
  }

  @Test
  void anAlarmOnAQueryMayWatchItOrNot() {
    CheckResult result = judge(audit().queryAlarm("all-services"));
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.UNRESOLVED_REFERENCE), result.reasons());
  }
}
