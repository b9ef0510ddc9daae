package ecsadvisor.models.security.entry;

import static ecsadvisor.models.fixture.EntryBuilder.entry;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.EntryBuilder;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersEncryptedTest {
  private static final String MODERN = "ELBSecurityPolicy-TLS13-1-2-2021-06";
  private static final String OLD = "ELBSecurityPolicy-2016-08";

  private final ListenersEncrypted check = new ListenersEncrypted();

  private static SecurityBuilder behind(EntryBuilder entry) {
    return security()
        .with(entry.targets("web", "HTTP").build())
        .read("elbv2-listener", "elbv2-rule");
  }

  @Test
  void aPlainListenerThatForwardsFails() {
    CheckResult result = check.judge(behind(entry().listens("HTTP", 80, "")).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.PLAIN_LISTENER), result.reasons());
    assertTrue(result.because().contains(new Evidence("listens", "HTTP:80")));
  }

  @Test
  void aPolicyThatAcceptsOldVersionsFails() {
    CheckResult result = check.judge(behind(entry().listens("HTTPS", 443, OLD)).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.OLD_TLS), result.reasons());
    assertTrue(result.because().contains(new Evidence("sslPolicy", OLD)));
  }

  @Test
  void modernListenersPass() {
    CheckResult result =
        check.judge(
            behind(entry().listens("HTTPS", 443, MODERN).listens("TLS", 8443, MODERN)).facts());
    assertEquals(Verdict.PASS, result.verdict());
  }

  @Test
  void oneBadListenerOfTwoFails() {
    CheckResult result =
        check.judge(
            behind(entry().listens("HTTPS", 443, MODERN).listens("HTTP", 8080, "")).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertTrue(result.because().contains(new Evidence("listens", "HTTP:8080")));
  }

  @Test
  void internalLoadBalancersCountTheSame() {
    CheckResult result =
        check.judge(
            behind(entry().balancer("application", "internal", "").listens("HTTP", 80, ""))
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
  }

  @Test
  void aPolicyOfUnknownNameIsNoPass() {
    CheckResult result = check.judge(behind(entry().listens("HTTPS", 443, "custom")).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.UNKNOWN_TLS_POLICY), result.reasons());
  }

  @Test
  void whatPassesThroughNeedsAStatement() {
    for (String protocol : List.of("TCP", "UDP", "TCP_UDP", "QUIC")) {
      CheckResult result = check.judge(behind(entry().listens(protocol, 443, "")).facts());
      assertEquals(Verdict.NO_DATA, result.verdict(), protocol);
      assertEquals(List.of(CheckReason.PASSED_THROUGH), result.reasons());
      assertEquals("attestations", result.missing().get(0).input());
    }
  }

  @Test
  void aListenerThatOnlyARuleTellsOfIsNoPass() {
    CheckResult result = check.judge(behind(entry().listens("", 0, "")).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals("elbv2-listener", result.missing().get(0).input());
  }

  @Test
  void rulesThatNobodyReadMayForwardFromAPlainListener() {
    CheckResult result =
        check.judge(
            security()
                .with(entry().targets("web", "HTTP").listens("HTTPS", 443, MODERN).build())
                .read("elbv2-listener")
                .facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals("elbv2-rule", result.missing().get(0).input());
  }

  @Test
  void aListenerReadLongAgoIsNoFailure() {
    EntryBuilder old = entry().listens("HTTP", 80, "", Instant.parse("2026-01-01T00:00:00Z"));
    CheckResult result = check.judge(behind(old).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.STALE_EXPORT), result.reasons());
  }

  @Test
  void classicLoadBalancersAreNotDescribed() {
    CheckResult result = check.judge(security().with(entry().classic("old").build()).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertTrue(result.because().contains(new Evidence("classic_load_balancers", "old")));
  }

  @Test
  void withoutALoadBalancerThereIsNoListener() {
    CheckResult result = check.judge(security().with(entry().build()).facts());
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
    assertEquals(List.of(CheckReason.NO_LOAD_BALANCER), result.reasons());
  }

  @Test
  void aTargetGroupThatNothingForwardsToHasNoListener() {
    CheckResult result = check.judge(behind(entry()).facts());
    assertEquals(Verdict.NOT_APPLICABLE, result.verdict());
    assertEquals(List.of(CheckReason.NO_LISTENER), result.reasons());
  }

  @Test
  void latticeIsNotSeen() {
    assertEquals(
        Verdict.NO_DATA, check.judge(security().with(entry().lattice().build()).facts()).verdict());
  }

  @Test
  void aDescriptionThatListsNoLoadBalancersSaysNothing() {
    assertEquals(Verdict.NO_DATA, check.judge(security().facts()).verdict());
  }
}
