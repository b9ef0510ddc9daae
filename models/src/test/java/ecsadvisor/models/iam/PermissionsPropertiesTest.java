package ecsadvisor.models.iam;

import static ecsadvisor.models.fixture.RoleBuilder.condition;
import static ecsadvisor.models.fixture.RoleBuilder.policy;
import static ecsadvisor.models.fixture.RoleBuilder.taskRole;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecsadvisor.models.fact.security.PolicyStatement;
import ecsadvisor.models.fact.security.PolicyStatement.Condition;
import ecsadvisor.models.fixture.RoleBuilder;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PermissionsPropertiesTest {
  private static final List<Condition> CONDITIONS =
      List.of(
          condition("StringEquals", "aws:PrincipalTag/team", "a"),
          condition("Bool", "aws:SecureTransport", "true"),
          condition("Bool", "aws:SecureTransport", "false"));

  @Provide
  Arbitrary<PolicyStatement> statements() {
    Arbitrary<String> action =
        Arbitraries.of("*", "*:*", "s3:*", "s3:Get*", "S3:GETOBJECT", "iam:PassRole", "ec2:?un*");
    Arbitrary<String> resource =
        Arbitraries.of("*", "arn:aws:*", "arn:aws:s3:::a/*", "arn:aws:s3:::${aws:username}/*");
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            action.list().ofMinSize(1).ofMaxSize(2),
            Arbitraries.of(true, false),
            resource.list().ofMinSize(1).ofMaxSize(2),
            Arbitraries.of(CONDITIONS).list().ofMaxSize(1))
        .as(
            (allow, notAction, actions, notResource, resources, conditions) ->
                new PolicyStatement(
                    allow,
                    notAction,
                    actions,
                    notResource,
                    resources,
                    conditions,
                    false,
                    List.of()));
  }

  @Provide
  Arbitrary<List<PolicyStatement>> documents() {
    return statements().list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> actions() {
    return Arbitraries.of("*", "s3:GetObject", "iam:PassRole", "ec2:RunInstances");
  }

  @Provide
  Arbitrary<String> resources() {
    return Arbitraries.of("*", "arn:aws:s3:::a/b", "arn:aws:iam::111122223333:role/*");
  }

  @Property(tries = 1000, seed = "7")
  void denyNeverGivesRights(
      @ForAll("documents") List<PolicyStatement> document,
      @ForAll("statements") PolicyStatement more,
      @ForAll("actions") String action,
      @ForAll("resources") String resource) {
    Access before = access(document, action, resource);
    RoleBuilder role = role(document).has(with(more, false));
    assertTrue(
        new Permissions(role.build()).may(action, resource, Context.NOTHING).compareTo(before)
            >= 0);
  }

  @Property(tries = 1000, seed = "7")
  void allowNeverTakesRights(
      @ForAll("documents") List<PolicyStatement> document,
      @ForAll("statements") PolicyStatement more,
      @ForAll("actions") String action,
      @ForAll("resources") String resource) {
    Access before = access(document, action, resource);
    RoleBuilder role = role(document).has(with(more, true));
    assertTrue(
        new Permissions(role.build()).may(action, resource, Context.NOTHING).compareTo(before)
            <= 0);
  }

  @Property(tries = 1000, seed = "7")
  void boundaryNeverGivesRights(
      @ForAll("documents") List<PolicyStatement> document,
      @ForAll("documents") List<PolicyStatement> boundary,
      @ForAll("actions") String action,
      @ForAll("resources") String resource) {
    Access before = access(document, action, resource);
    RoleBuilder role =
        role(document).boundedBy(policy("b", boundary.toArray(PolicyStatement[]::new)));
    assertTrue(
        new Permissions(role.build()).may(action, resource, Context.NOTHING).compareTo(before)
            >= 0);
  }

  private static RoleBuilder role(List<PolicyStatement> document) {
    RoleBuilder role = taskRole();
    document.forEach(role::has);
    return role;
  }

  private static Access access(List<PolicyStatement> document, String action, String resource) {
    return new Permissions(role(document).build()).may(action, resource, Context.NOTHING);
  }

  private static PolicyStatement with(PolicyStatement statement, boolean allow) {
    return new PolicyStatement(
        allow,
        statement.allActionsBut(),
        statement.actions(),
        statement.allResourcesBut(),
        statement.resources(),
        statement.conditions(),
        false,
        List.of());
  }
}
