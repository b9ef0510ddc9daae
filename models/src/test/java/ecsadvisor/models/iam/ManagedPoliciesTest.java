package ecsadvisor.models.iam;

import static ecsadvisor.models.fixture.RoleBuilder.absentPolicy;
import static ecsadvisor.models.fixture.RoleBuilder.policy;
import static ecsadvisor.models.fixture.RoleBuilder.statement;
import static ecsadvisor.models.fixture.RoleBuilder.taskRole;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.security.AccountIdentity;
import ecsadvisor.models.fact.security.RoleSecurity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagedPoliciesTest {
  private static RoleSecurity with(String policy) {
    return taskRole()
        .has(requireNonNull(ManagedPolicies.find("arn:aws:iam::aws:policy/" + policy)))
        .build();
  }

  @Test
  void administratorsAreKnown() {
    assertEquals(Access.ALLOWED, new Permissions(with("AdministratorAccess")).everything());
    assertEquals(Access.ALLOWED, new Permissions(with("PowerUserAccess")).everything());
  }

  @Test
  void fullAccessToIdentitiesEscalates() {
    RoleSecurity role = with("IAMFullAccess");
    assertEquals(Access.DENIED, new Permissions(role).everything());
    assertTrue(
        Escalations.of(role, AccountIdentity.UNKNOWN, "us-east-1").containsValue(Access.ALLOWED));
  }

  @Test
  void policiesOfEcsAreHarmless() {
    RoleSecurity role = with("service-role/AmazonECSTaskExecutionRolePolicy");
    assertEquals(Access.DENIED, new Permissions(role).everything());
    assertTrue(Escalations.of(role, AccountIdentity.UNKNOWN, "us-east-1").isEmpty());
  }

  @Test
  void policyOfTheSameNameInAnAccountIsNotAws() {
    assertNull(ManagedPolicies.find("arn:aws:iam::111122223333:policy/AdministratorAccess"));
    assertFalse(ManagedPolicies.isAgent(absentPolicy("AmazonEC2ContainerServiceforEC2Role")));
  }

  @Test
  void agentPolicyIsNoExcess() {
    assertTrue(
        AgentPolicy.excess(with("service-role/AmazonEC2ContainerServiceforEC2Role")).isEmpty());
    assertTrue(
        AgentPolicy.excess(
                taskRole()
                    .has(policy("p", statement(true, "ecs:Submit* ECR:BatchGetImage", "*")))
                    .build())
            .isEmpty());
  }

  @Test
  void whatGoesBeyondIsNamed() {
    List<String> excess = AgentPolicy.excess(taskRole().may("s3:Get* ecs:Poll ecs:*", "*").build());
    assertEquals("[ecs:*, s3:Get*]", excess.toString());
  }
}
