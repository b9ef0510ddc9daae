package ecsadvisor.models.security.change;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.StackBuilder.stacked;
import static ecsadvisor.models.fixture.StackBuilder.tagged;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoDriftTest {
  private final NoDrift check =
      new NoDrift(NoDrift.Settings.defaults(), ManagedByCode.Settings.defaults());

  private Verdict verdict(SecurityBuilder service) {
    return check.judge(service.facts()).verdict();
  }

  private Verdict stack(String drift, @Nullable String checkedAt) {
    return verdict(stacked("UPDATE_COMPLETE", drift, checkedAt));
  }

  @Test
  void aStackInSyncPassesUntilTheLookIsOld() {
    assertEquals(Verdict.PASS, stack("IN_SYNC", "2026-10-21T00:00:00Z"));
    assertEquals(Verdict.NO_DATA, stack("IN_SYNC", "2026-10-20T23:59:00Z"));
  }

  @Test
  void aDriftedStackFails() {
    assertEquals(Verdict.FAIL, stack("DRIFTED", "2026-11-19T00:00:00Z"));
  }

  @Test
  void aStackThatNobodyLookedAtIsOpen() {
    assertEquals(Verdict.NO_DATA, stack("NOT_CHECKED", null));
    assertEquals(Verdict.NO_DATA, stack("IN_SYNC", null));
    assertEquals(Verdict.NO_DATA, stack("", null));
  }

  @Test
  void otherToolsNeedAStatement() {
    assertEquals(Verdict.NO_DATA, verdict(security(service().tagged("ManagedBy", "terraform"))));
  }

  @Test
  void withoutCodeThereIsNothingToDriftFrom() {
    assertEquals(Verdict.NOT_APPLICABLE, verdict(security()));
    assertEquals(Verdict.NOT_APPLICABLE, verdict(tagged().read("cloudformation-stack")));
  }

  @Test
  void unknownProvenanceIsOpen() {
    assertEquals(Verdict.NO_DATA, verdict(security().tagsUnknown()));
  }
}
