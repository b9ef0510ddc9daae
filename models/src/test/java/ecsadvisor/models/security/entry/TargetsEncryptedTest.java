package ecsadvisor.models.security.entry;

import static ecsadvisor.models.fixture.EntryBuilder.entry;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsEncryptedTest {
  private final TargetsEncrypted asIs = new TargetsEncrypted(TargetsEncrypted.Settings.defaults());
  private final TargetsEncrypted strict = new TargetsEncrypted(new TargetsEncrypted.Settings(true));

  @Test
  void itIsNotAskedUnlessDemanded() {
    CheckResult result =
        asIs.judge(security().with(entry().targets("web", "HTTP").build()).facts());
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
    assertEquals(List.of(CheckReason.NOT_DEMANDED), result.reasons());
    assertTrue(result.because().get(0).value().startsWith("HTTP arn:"));
  }

  @Test
  void plainTargetsFailWhereDemanded() {
    CheckResult result =
        strict.judge(
            security()
                .with(entry().targets("web", "HTTP").targets("api", "HTTPS").build())
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.PLAIN_TARGETS), result.reasons());
  }

  @Test
  void encryptedTargetsPassWhereDemanded() {
    CheckResult result =
        strict.judge(
            security().with(entry().targets("web", "HTTPS").targets("api", "TLS").build()).facts());
    assertEquals(Verdict.PASS, result.verdict());
  }

  @Test
  void whatPassesThroughNeedsAStatement() {
    CheckResult result =
        strict.judge(security().with(entry().targets("web", "TCP").build()).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.PASSED_THROUGH), result.reasons());
  }

  @Test
  void aTargetGroupThatIsNotInTheInventoryIsNoPass() {
    CheckResult result =
        strict.judge(security().with(entry().unknownTargets("web").build()).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals("elbv2-target-group", result.missing().get(0).input());
  }

  @Test
  void withoutALoadBalancerThereAreNoTargets() {
    assertEquals(
        Verdict.NOT_APPLICABLE, strict.judge(security().with(entry().build()).facts()).verdict());
  }
}
