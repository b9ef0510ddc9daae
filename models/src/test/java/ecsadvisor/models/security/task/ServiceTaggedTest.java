package ecsadvisor.models.security.task;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceTaggedTest {
  private final ServiceTagged check = new ServiceTagged();

  private Verdict verdict(SecurityBuilder service) {
    return check.judge(service.facts()).verdict();
  }

  @Test
  void aTagOfOnesOwnPasses() {
    assertEquals(Verdict.PASS, verdict(SecurityBuilder.of(service().tagged("team", "a"))));
  }

  @Test
  void systemTagsDoNotCount() {
    CheckResult result =
        check.judge(
            SecurityBuilder.of(service().tagged("aws:cloudformation:stack-name", "x")).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.UNTAGGED), result.reasons());
  }

  @Test
  void anEmptyListFailsWhereAManifestCallsItComplete() {
    assertEquals(Verdict.FAIL, verdict(security().read("ecs-service")));
  }

  @Test
  void anEmptyListAloneLacksData() {
    assertEquals(Verdict.NO_DATA, verdict(security()));
  }

  @Test
  void tagsThatWereNotExportedLackData() {
    assertEquals(Verdict.NO_DATA, verdict(security().tagsUnknown().read("ecs-service")));
  }
}
