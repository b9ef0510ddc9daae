package ecsadvisor.models.security.audit;

import ecsadvisor.models.fact.security.AuditSecurity.Standard;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import java.util.List;
import java.util.Set;

/**
 * Does Security Hub check the account and region against a standard? Config rule {@code
 * securityhub-enabled}. A standard counts once it is in force, also in part. Where no export tells,
 * checks on the bill show that it ran.
 */
public final class SecurityHubEnabled implements Check {
  private static final String KIND = "securityhub-standard";
  private static final Set<String> IN_FORCE = Set.of("READY", "INCOMPLETE");

  @Override
  public String statement() {
    return "Security Hub checks its account and region against a standard";
  }

  @Override
  public List<String> needs() {
    return List.of(KIND);
  }

  @Override
  public String remedy() {
    return "Enable Security Hub with AWS Foundational Security Best Practices.";
  }

  @Override
  public CheckResult judge(SecurityFacts service) {
    for (Standard standard : service.security().audit().standards()) {
      if (IN_FORCE.contains(standard.status())
          && !Freshness.isStale(service, standard.collectedAt())) {
        return CheckResult.pass(new Evidence("standard", standard.arn()));
      }
    }
    CheckResult unread = Freshness.unread(service, KIND, "aws securityhub get-enabled-standards");
    return unread == null
        ? CheckResult.fail(CheckReason.NO_SECURITY_HUB)
        : BillShows.orUnread(unread, service.bill(), "AWSSecurityHub/PaidComplianceCheck");
  }
}
