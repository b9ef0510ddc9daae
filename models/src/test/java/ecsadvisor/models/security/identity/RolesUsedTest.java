package ecsadvisor.models.security.identity;

import static ecsadvisor.models.fixture.RoleBuilder.roles;
import static ecsadvisor.models.fixture.RoleBuilder.taskRole;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.RoleBuilder;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolesUsedTest {
  private final RolesUsed check = new RolesUsed(RolesUsed.Settings.defaults());

  private CheckResult judge(RoleBuilder role) {
    return check.judge(security().with(roles(role)).facts());
  }

  @Test
  void usedLatelyPasses() {
    assertEquals(Verdict.PASS, judge(taskRole().lastUsed("2026-08-22T00:00:00Z")).verdict());
  }

  @Test
  void notUsedForLongFails() {
    CheckResult result = judge(taskRole().lastUsed("2026-08-21T23:59:59Z"));
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.ROLE_UNUSED), result.reasons());
  }

  @Test
  void neverUsedFails() {
    assertEquals(Verdict.FAIL, judge(taskRole().lastUsed(null)).verdict());
  }

  @Test
  void sourceThatDoesNotSayIsNoPass() {
    assertEquals(Verdict.NO_DATA, judge(taskRole()).verdict());
  }

  @Test
  void withoutTasksNothingIsAsked() {
    assertEquals(
        Verdict.NOT_APPLICABLE,
        check
            .judge(
                SecurityBuilder.of(service().tasks(0))
                    .with(roles(taskRole().lastUsed(null)))
                    .facts())
            .verdict());
  }

  @Test
  void settingsAreWithinWhatIamRemembers() {
    assertThrows(IllegalArgumentException.class, () -> new RolesUsed.Settings(401));
    assertThrows(IllegalArgumentException.class, () -> new RolesUsed.Settings(0));
  }
}
