package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.fact.security.BillEvidence;
import ecsadvisor.models.fact.security.ClusterSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.CheckResult.Basis;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContainerInsightsTest {
  private final ContainerInsights check = new ContainerInsights();

  private Verdict verdict(ClusterSecurity cluster) {
    return check.judge(security().in(cluster).facts()).verdict();
  }

  private static BillEvidence bill(String logGroup) {
    return new BillEvidence(true, Map.of(), 0, Set.of(logGroup));
  }

  private static ClusterSecurity cluster(boolean settingsKnown, String insights) {
    return new ClusterSecurity(
        SecurityBuilder.READ_AT,
        true,
        settingsKnown,
        insights,
        null,
        List.of(),
        true,
        "",
        List.of());
  }

  @Test
  void enabledAndEnhancedPass() {
    assertEquals(Verdict.PASS, verdict(cluster(true, "enabled")));
    assertEquals(Verdict.PASS, verdict(cluster(true, "enhanced")));
  }

  @Test
  void disabledAndAbsentFail() {
    CheckResult result = check.judge(security().in(cluster(true, "disabled")).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.NO_INSIGHTS), result.reasons());
    assertEquals(List.of(new Evidence("containerInsights", "disabled")), result.because());
    assertEquals(Verdict.FAIL, verdict(cluster(true, "")));
  }

  @Test
  void settingsThatWereNotExportedLackData() {
    CheckResult result = check.judge(security().in(cluster(false, "")).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.MISSING_EXPORT), result.reasons());
    assertEquals(Verdict.NO_DATA, verdict(ClusterSecurity.UNKNOWN));
    assertEquals(Verdict.NO_DATA, verdict(cluster(true, "${INSIGHTS}")));
  }

  @Test
  void theBillShowsThatItWasOn() {
    CheckResult result =
        check.judge(security().with(bill("/aws/ecs/containerinsights/prod/performance")).facts());
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(Basis.BILL, result.basis());
    assertEquals(List.of(CheckReason.BILL_PRESENT), result.reasons());
  }

  @Test
  void theBillOfAnotherClusterShowsNothing() {
    assertEquals(
        Verdict.NO_DATA,
        check
            .judge(security().with(bill("/aws/ecs/containerinsights/dev/performance")).facts())
            .verdict());
  }

  @Test
  void theBillDoesNotOutweighTheSetting() {
    assertEquals(
        Verdict.FAIL,
        check
            .judge(
                security()
                    .in(cluster(true, "disabled"))
                    .with(bill("/aws/ecs/containerinsights/prod/performance"))
                    .facts())
            .verdict());
  }
}
