package ecsadvisor.models.security.identity;

import static ecsadvisor.models.fixture.RoleBuilder.role;
import static ecsadvisor.models.fixture.RoleBuilder.roles;
import static ecsadvisor.models.fixture.RoleBuilder.taskRole;
import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnerTaggedTest {
  private final OwnerTagged check = new OwnerTagged();

  @Test
  void ownerOfTheServicePasses() {
    assertEquals(
        Verdict.PASS,
        check.judge(SecurityBuilder.of(service().ownedBy("shop", "prod")).facts()).verdict());
  }

  @Test
  void ownerOfTheRolePassesInAnySpelling() {
    assertEquals(
        Verdict.PASS,
        check.judge(security().with(roles(taskRole().tagged("Team", "shop"))).facts()).verdict());
  }

  @Test
  void noOwnerFails() {
    CheckResult result = check.judge(security().with(roles(taskRole())).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.NO_OWNER), result.reasons());
  }

  @Test
  void tagsThatNobodyExportedAreNoFailure() {
    CheckResult result = check.judge(security().tagsUnknown().with(roles(taskRole())).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
  }

  @Test
  void roleThatNobodyExportedMayHaveAnOwner() {
    assertEquals(
        Verdict.NO_DATA,
        check.judge(security().with(roles(role("web-execution"))).facts()).verdict());
  }
}
