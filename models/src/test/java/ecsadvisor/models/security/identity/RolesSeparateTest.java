package ecsadvisor.models.security.identity;

import static ecsadvisor.models.fixture.SecurityBuilder.security;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolesSeparateTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/web";

  private final RolesSeparate check = new RolesSeparate();

  private CheckResult judge(String task, String execution) {
    return check.judge(security().runs(task().roles(task, execution)).facts());
  }

  @Test
  void oneRoleForBothFails() {
    CheckResult result = judge(ROLE, ROLE);
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.SAME_ROLE), result.reasons());
  }

  @Test
  void oneRoleByArnAndByNameFails() {
    assertEquals(Verdict.FAIL, judge(ROLE, "web").verdict());
  }

  @Test
  void twoRolesPass() {
    assertEquals(Verdict.PASS, judge(ROLE, ROLE + "-execution").verdict());
  }

  @Test
  void withoutOneOfThemNothingIsAsked() {
    assertEquals(Verdict.NOT_APPLICABLE, judge("", ROLE).verdict());
    assertEquals(Verdict.NOT_APPLICABLE, judge(ROLE, "").verdict());
  }

  @Test
  void aRevisionThatWasNotDescribedIsNoPass() {
    assertEquals(
        Verdict.NO_DATA, check.judge(security().runs(task().notDescribed()).facts()).verdict());
  }
}
