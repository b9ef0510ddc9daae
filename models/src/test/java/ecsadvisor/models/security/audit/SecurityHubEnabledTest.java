package ecsadvisor.models.security.audit;

import static ecsadvisor.models.fixture.AuditBuilder.audit;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.BillEvidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckResult;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecurityHubEnabledTest {
  private final SecurityHubEnabled check = new SecurityHubEnabled();

  @Test
  void aStandardInForcePasses() {
    assertEquals(
        Verdict.PASS,
        check.judge(security().with(audit().standard("READY").build()).facts()).verdict());
  }

  @Test
  void noStandardFails() {
    assertEquals(
        Verdict.FAIL, check.judge(security().read("securityhub-standard").facts()).verdict());
  }

  @Test
  void aStandardThatIsBeingRemovedIsNone() {
    assertEquals(
        Verdict.FAIL,
        check
            .judge(
                security()
                    .with(audit().standard("DELETING").build())
                    .read("securityhub-standard")
                    .facts())
            .verdict());
  }

  @Test
  void checksOnTheBillPass() {
    CheckResult result =
        check.judge(
            security()
                .with(
                    new BillEvidence(
                        true, Map.of("AWSSecurityHub/PaidComplianceCheck", 900.0), 0, Set.of()))
                .facts());
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(CheckResult.Basis.BILL, result.basis());
  }

  @Test
  void nothingReadIsNoData() {
    assertEquals(Verdict.NO_DATA, check.judge(security().facts()).verdict());
  }
}
