package ecsadvisor.models.security.audit;

import static ecsadvisor.models.fixture.AuditBuilder.audit;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.AuditBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigRecordsTest {
  private final ConfigRecords check = new ConfigRecords();

  private CheckResult judge(AuditBuilder audit) {
    return check.judge(security().with(audit.build()).read("config-recorder").facts());
  }

  @Test
  void aRecorderOfAllPasses() {
    assertEquals(Verdict.PASS, judge(audit().recorder(true, "SUCCESS", List.of())).verdict());
  }

  @Test
  void aStoppedRecorderFails() {
    assertEquals(Verdict.FAIL, judge(audit().recorder(false, "", List.of())).verdict());
  }

  @Test
  void aRecorderThatCannotDeliverFails() {
    assertEquals(Verdict.FAIL, judge(audit().recorder(true, "FAILURE", List.of())).verdict());
  }

  @Test
  void aRecorderWithoutEcsFailsAndSaysWhatItLeavesOut() {
    CheckResult result = judge(audit().recorder(true, "SUCCESS", List.of("AWS::ECS::Service")));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.NOT_RECORDED), result.reasons());
    assertEquals(
        List.of(new Evidence("recorder", "default (without AWS::ECS::Service)")), result.because());
  }

  @Test
  void aStatusWithoutAGroupIsNoPass() {
    assertEquals(Verdict.NO_DATA, judge(audit().recorder(true, "SUCCESS", null)).verdict());
    assertEquals(Verdict.NO_DATA, judge(audit().recorder(null, "", List.of())).verdict());
  }

  @Test
  void noRecorderFails() {
    assertEquals(Verdict.FAIL, judge(audit()).verdict());
  }

  @Test
  void nothingReadIsNoData() {
    assertEquals(Verdict.NO_DATA, check.judge(security().facts()).verdict());
  }
}
