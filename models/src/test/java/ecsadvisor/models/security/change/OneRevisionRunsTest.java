package ecsadvisor.models.security.change;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.fixture.ServiceBuilder;
import ecsadvisor.models.security.CheckReason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneRevisionRunsTest {
  private static final Instant LONG_AGO = Instant.parse("2026-10-01T00:00:00Z");

  private final OneRevisionRuns check = new OneRevisionRuns();

  private Verdict verdict(ServiceBuilder service) {
    return check.judge(security(service).facts()).verdict();
  }

  @Test
  void oneRevisionPasses() {
    assertEquals(Verdict.PASS, check.judge(security().facts()).verdict());
  }

  @Test
  void twoFailWhereTheNewestDeploymentIsADayOld() {
    SecurityBuilder stuck =
        security(service().deployedAt("2026-11-19T00:00:00Z").alsoDeploys("old", 1, LONG_AGO));
    assertEquals(Verdict.FAIL, check.judge(stuck.facts()).verdict());
    assertEquals(List.of(CheckReason.SEVERAL_REVISIONS), check.judge(stuck.facts()).reasons());
  }

  @Test
  void aDeploymentUnderWayIsOpenHoweverOldTheOtherOneIs() {
    ServiceBuilder service =
        service().deployedAt("2026-11-19T00:00:01Z").alsoDeploys("old", 1, LONG_AGO);
    assertEquals(Verdict.NO_DATA, verdict(service));
  }

  @Test
  void aDrainedDeploymentRunsNothing() {
    assertEquals(Verdict.PASS, verdict(service().alsoDeploys("old", 0, LONG_AGO)));
  }

  @Test
  void deploymentsWithoutTimesAreOpen() {
    assertEquals(Verdict.NO_DATA, verdict(service().alsoDeploys("old", 1, null)));
  }
}
