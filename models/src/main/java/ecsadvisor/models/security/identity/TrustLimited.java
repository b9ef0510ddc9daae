package ecsadvisor.models.security.identity;

import ecsadvisor.models.fact.security.PolicyStatement;
import ecsadvisor.models.fact.security.PolicyStatement.Principal;
import ecsadvisor.models.fact.security.RoleSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.iam.TrustPolicy;
import ecsadvisor.models.security.AllOf;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * May only ECS assume the roles? NIST AC-2. The trust policy names {@code ecs-tasks.amazonaws.com}
 * and nobody else; that of an instance's role {@code ec2.amazonaws.com} as well.
 *
 * <p>Who is named counts, whatever the conditions: a condition can be dropped without anyone seeing
 * a new principal. Denies are not counted in its favour. Whether a condition on {@code
 * aws:SourceAccount} or {@code aws:SourceArn} guards against a confused deputy is shown and changes
 * nothing.
 */
public final class TrustLimited implements RoleCheck {
  private static final String TASKS = "ecs-tasks.amazonaws.com";
  private static final String INSTANCES = "ec2.amazonaws.com";

  @Override
  public String statement() {
    return "Only ECS may assume the roles of the tasks";
  }

  @Override
  public String remedy() {
    return "Let the trust policy name ecs-tasks.amazonaws.com only, with a condition on"
        + " aws:SourceAccount; state in --attestations why another account is meant.";
  }

  @Override
  public CheckResult judge(RoleSecurity role, RoleUse.Kind kind, SecurityFacts service) {
    Evidence name = new Evidence("role", role.name());
    List<PolicyStatement> statements = TrustPolicy.assuming(role.trust());
    if (!role.trust().known()) {
      return UnknownRole.unread(role.trust()).with(List.of(name));
    }
    List<CheckResult> answers = new ArrayList<>();
    boolean guarded = true;
    for (PolicyStatement statement : statements) {
      guarded &= isGuarded(statement);
      if (statement.allPrincipalsBut()) {
        answers.add(
            CheckResult.fail(CheckReason.TRUST_OPEN, name, new Evidence("principal", "all but")));
        continue;
      }
      for (Principal principal : statement.principals()) {
        answers.add(judge(principal, kind, role, name));
      }
    }
    answers.add(CheckResult.pass(name, new Evidence("source_condition", guarded ? "yes" : "no")));
    return AllOf.of(answers, CheckResult.pass());
  }

  private static CheckResult judge(
      Principal principal, RoleUse.Kind kind, RoleSecurity role, Evidence name) {
    if (TrustPolicy.isService(principal, TASKS)
        || (kind == RoleUse.Kind.INSTANCE && TrustPolicy.isService(principal, INSTANCES))) {
      return CheckResult.pass(name);
    }
    return CheckResult.fail(
        reason(principal, role), name, new Evidence("principal", principal.value()));
  }

  private static CheckReason reason(Principal principal, RoleSecurity role) {
    if (principal.value().equals("*")) {
      return CheckReason.TRUST_OPEN;
    }
    String account =
        principal.value().startsWith("arn:")
            ? RoleSecurity.accountOf(principal.value())
            : principal.value();
    boolean foreign =
        principal.type().equals("AWS")
            && account.matches("\\d{12}")
            && !account.equals(role.accountId());
    return foreign ? CheckReason.TRUST_FOREIGN : CheckReason.TRUST_OTHER;
  }

  private static boolean isGuarded(PolicyStatement statement) {
    return statement.conditions().stream()
        .map(condition -> condition.key().toLowerCase(Locale.ROOT))
        .anyMatch(key -> key.equals("aws:sourceaccount") || key.equals("aws:sourcearn"));
  }
}
