package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.ClusterSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminationProtectionTest {
  private final TerminationProtection check = new TerminationProtection();

  private Verdict verdict(ServiceBuilder service, ClusterSecurity.Provider... providers) {
    return check.judge(SecurityBuilder.of(service).in(cluster(providers)).facts()).verdict();
  }

  private static ClusterSecurity.Provider provider(String name, String protection) {
    return new ClusterSecurity.Provider(name, true, "ENABLED", protection);
  }

  private static ClusterSecurity cluster(ClusterSecurity.Provider... providers) {
    return new ClusterSecurity(
        SecurityBuilder.READ_AT,
        true,
        true,
        "enabled",
        null,
        List.of(),
        true,
        "",
        List.of(providers));
  }

  @Test
  void anUnprotectedProviderOfTheStrategyFails() {
    CheckResult result =
        check.judge(
            SecurityBuilder.of(service().ec2().provider("pool", 0, 1))
                .in(cluster(provider("pool", "DISABLED")))
                .facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.NO_TERMINATION_PROTECTION), result.reasons());
    assertTrue(result.because().contains(new Evidence("capacityProvider", "pool")));
  }

  @Test
  void aProtectedOnePasses() {
    assertEquals(
        Verdict.PASS, verdict(service().ec2().provider("pool", 0, 1), provider("pool", "ENABLED")));
  }

  @Test
  void providersThatTheServiceDoesNotUseDoNotCount() {
    assertEquals(
        Verdict.PASS,
        verdict(
            service().ec2().provider("pool", 0, 1),
            provider("other", "DISABLED"),
            provider("pool", "ENABLED")));
  }

  @Test
  void withALaunchTypeAllOfTheClusterCount() {
    assertEquals(
        Verdict.FAIL, verdict(service().ec2(), provider("a", "ENABLED"), provider("b", "")));
  }

  @Test
  void fargateHasNoInstances() {
    assertEquals(Verdict.NOT_APPLICABLE, verdict(service(), provider("pool", "DISABLED")));
    assertEquals(
        Verdict.NOT_APPLICABLE,
        verdict(service().launchedOn(LaunchType.MANAGED_INSTANCES), provider("m", "DISABLED")));
    assertEquals(Verdict.NOT_APPLICABLE, verdict(service().ec2()));
  }

  @Test
  void aProviderThatWasNotDescribedLacksData() {
    assertEquals(
        Verdict.NO_DATA,
        verdict(
            service().ec2().provider("pool", 0, 1),
            new ClusterSecurity.Provider("pool", false, "", "")));
    assertEquals(
        Verdict.NO_DATA,
        verdict(service().ec2().provider("gone", 0, 1), provider("pool", "ENABLED")));
    assertEquals(
        Verdict.NO_DATA,
        verdict(service().ec2().provider("pool", 0, 1), provider("pool", "${PROTECTION}")));
  }

  @Test
  void anUnknownClusterLacksData() {
    assertEquals(
        Verdict.NO_DATA,
        check.judge(SecurityBuilder.of(service().ec2().provider("pool", 0, 1)).facts()).verdict());
  }
}
