package ecsadvisor.models.security.secret;

import static ecsadvisor.models.fixture.ContainerBuilder.container;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.security.SecretHit;
import ecsadvisor.models.fact.security.SecretHit.Confidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.ContainerBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoSecretsInDefinitionTest {
  private static final SecretHit SURE =
      new SecretHit("environment", "DATABASE_URL", "password-in-url", Confidence.HIGH, "16-31");
  private static final SecretHit UNSURE =
      new SecretHit("command", "", "secret-name", Confidence.MEDIUM, "8-15");

  private static CheckResult judge(boolean strict, ContainerBuilder container) {
    return new NoSecretsInDefinition(new NoSecretsInDefinition.Settings(strict))
        .judge(security().runs(task().container(container)).facts());
  }

  @Test
  void aSureHitFailsAndSaysWhere() {
    CheckResult result = judge(false, container("web").hit(SURE));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.SECRET_TEXT), result.reasons());
    assertTrue(
        result
            .because()
            .contains(
                new Evidence(
                    "secret",
                    "environment DATABASE_URL of container web (password-in-url, length 16-31)")));
  }

  @Test
  void noHitPasses() {
    assertEquals(Verdict.PASS, judge(false, container("web")).verdict());
  }

  @Test
  void anUnsureHitPassesAndIsNamed() {
    CheckResult result = judge(false, container("web").hit(UNSURE));
    assertEquals(Verdict.PASS, result.verdict());
    assertTrue(
        result
            .because()
            .contains(
                new Evidence(
                    "possible_secret", "command of container web (secret-name, length 8-15)")));
  }

  @Test
  void anUnsureHitFailsWhereStrict() {
    assertEquals(Verdict.FAIL, judge(true, container("web").hit(UNSURE)).verdict());
  }

  @Test
  void aContainerThatWasNotScannedIsNoPass() {
    CheckResult result = judge(false, container("web").notScanned());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.NOT_SCANNED), result.reasons());
  }

  @Test
  void aSureHitFailsAlsoWhereNotEverythingWasScanned() {
    assertEquals(Verdict.FAIL, judge(false, container("web").notScanned().hit(SURE)).verdict());
  }

  @Test
  void logOptionsThatConfigLeavesOutAreNoPass() {
    CheckResult result =
        new NoSecretsInDefinition(NoSecretsInDefinition.Settings.defaults())
            .judge(
                security()
                    .runs(task().fromConfig().container(container("a").logsTo("splunk", "", "")))
                    .facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
  }

  @Test
  void manyHitsAreCutShort() {
    ContainerBuilder container = container("web");
    for (int i = 0; i < 100; i++) {
      container.hit(new SecretHit("environment", "V" + i, "r", Confidence.HIGH, "8-15"));
    }
    CheckResult result = judge(false, container);
    assertTrue(result.because().size() <= 22);
    assertTrue(result.because().contains(new Evidence("secret", "and more")));
  }
}
