package ecsadvisor.models.security.identity;

import ecsadvisor.models.fact.security.PolicySecurity;
import ecsadvisor.models.fact.security.RoleSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.iam.Permissions;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers where a role or its policies are not known well enough. */
final class UnknownRole {
  static final String DETAILS = "iam-authorization-details";
  private static final String CALL = "aws iam get-account-authorization-details";

  private UnknownRole() {}

  /** The answer for a role that the inventory lacks or has only of long ago; null otherwise. */
  static @Nullable CheckResult of(RoleUse use, SecurityFacts service) {
    RoleSecurity role = use.role();
    Evidence evidence = new Evidence("role", use.reference());
    if (use.reference().isEmpty()) {
      return CheckResult.noData(
          CheckReason.UNRESOLVED_REFERENCE,
          "ec2-instance",
          "Add aws ecs describe-container-instances and aws ec2 describe-instances of this account"
              + " and region, and "
              + CALL
              + ": containers without a role inherit their"
              + " instance's.");
    }
    if (role != null) {
      return Freshness.isStale(service, role.collectedAt())
          ? CheckResult.noData(
              CheckReason.STALE_EXPORT, DETAILS, "Add " + CALL + " of today.", evidence)
          : null;
    }
    String account = RoleSecurity.accountOf(use.reference());
    if (!account.isEmpty() && !account.equals(service.key().accountId())) {
      return unresolved("Add " + CALL + " of account " + account + ".", evidence);
    }
    CheckResult unread = Freshness.unread(service, DETAILS, CALL);
    return unread == null
        ? unresolved("The account has no role " + use.reference() + ": name one.", evidence)
        : unread.with(List.of(evidence));
  }

  /** The answer where a role's policies leave a question open. */
  static CheckResult undecided(RoleSecurity role, Evidence... facts) {
    List<PolicySecurity> unread = new Permissions(role).unread();
    CheckResult answer = unread.isEmpty() ? conditional(role) : unread(unread.get(0));
    return new CheckResult(
            answer.verdict(),
            answer.basis(),
            false,
            answer.reasons(),
            List.of(new Evidence("role", role.name())),
            answer.missing())
        .with(answer.because())
        .with(List.of(facts));
  }

  /** The answer where a document is not known. */
  static CheckResult unread(PolicySecurity policy) {
    Evidence evidence = new Evidence("policy", policy.name());
    return policy.state() == PolicySecurity.State.UNREADABLE
        ? CheckResult.noData(
            CheckReason.DESCRIBE_FAILED,
            DETAILS,
            "Export policy " + policy.name() + " again: its document cannot be understood.",
            evidence)
        : unresolved("Add " + CALL + " with policy " + policy.name() + ".", evidence);
  }

  private static CheckResult conditional(RoleSecurity role) {
    return CheckResult.noData(
        CheckReason.CONDITIONAL_POLICY,
        "attestations",
        "State in --attestations whether the conditions in the policies of role "
            + role.name()
            + " prevent it.");
  }

  private static CheckResult unresolved(String remedy, Evidence evidence) {
    return CheckResult.noData(CheckReason.UNRESOLVED_REFERENCE, DETAILS, remedy, evidence);
  }
}
