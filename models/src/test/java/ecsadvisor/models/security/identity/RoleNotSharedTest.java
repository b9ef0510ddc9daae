package ecsadvisor.models.security.identity;

import static ecsadvisor.models.fixture.ServiceBuilder.service;
import static ecsadvisor.models.fixture.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.fact.security.AccountIdentity;
import ecsadvisor.models.fact.security.IdentitySecurity;
import ecsadvisor.models.fact.security.RoleUser;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.fixture.SecurityBuilder;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoleNotSharedTest {
  private static final String TASK_ROLE = "arn:aws:iam::111122223333:role/web-task";

  private final RoleNotShared check = new RoleNotShared();

  private static SecurityBuilder owned(String owner) {
    return SecurityBuilder.of(service().ownedBy(owner, "prod")).read("ecs-service");
  }

  private static RoleUser user(String name, String owner) {
    return new RoleUser(
        new ServiceKey("111122223333", "us-east-1", "main", name),
        owner.isEmpty() ? List.of() : List.of(new Tag("Owner", owner)));
  }

  private static IdentitySecurity usedBy(RoleUser... users) {
    return new IdentitySecurity(
        Map.of(), List.of(), false, Map.of(TASK_ROLE, List.of(users)), AccountIdentity.UNKNOWN);
  }

  @Test
  void servicesOfDifferentOwnersFail() {
    CheckResult result =
        check.judge(owned("shop").with(usedBy(user("a", "Shop"), user("b", "pay"))).facts());
    assertEquals(Verdict.FAIL, result.verdict());
    assertEquals(List.of(CheckReason.ROLE_SHARED), result.reasons());
    assertTrue(result.because().contains(new Evidence("also_used_by", "main/b")));
  }

  @Test
  void servicesOfOneOwnerMayShare() {
    assertEquals(
        Verdict.PASS, check.judge(owned("shop").with(usedBy(user("a", "shop"))).facts()).verdict());
  }

  @Test
  void roleOfOneServicePasses() {
    SecurityFacts alone = owned("").with(usedBy()).facts();
    assertEquals(Verdict.PASS, check.judge(alone).verdict());
    SecurityFacts itself = owned("").with(usedBy(new RoleUser(alone.key(), List.of()))).facts();
    assertEquals(Verdict.PASS, check.judge(itself).verdict());
  }

  @Test
  void sharerWithoutAnOwnerLeavesItOpen() {
    CheckResult result = check.judge(owned("shop").with(usedBy(user("a", ""))).facts());
    assertEquals(Verdict.NO_DATA, result.verdict());
    assertEquals(List.of(CheckReason.NO_OWNER), result.reasons());
  }

  @Test
  void otherOwnersFailThoughOneServiceHasNone() {
    assertEquals(
        Verdict.FAIL,
        check.judge(owned("").with(usedBy(user("a", "shop"), user("b", "pay"))).facts()).verdict());
  }

  @Test
  void servicesThatWereNotAllReadAreNoPass() {
    CheckResult result = check.judge(SecurityBuilder.of(service().ownedBy("shop", "prod")).facts());
    assertEquals(List.of(CheckReason.MISSING_EXPORT), result.reasons());
  }

  @Test
  void withoutATaskRoleThereIsNothingToShare() {
    assertEquals(
        Verdict.NOT_APPLICABLE,
        check.judge(owned("shop").runs(task().roles("", "")).facts()).verdict());
  }
}
