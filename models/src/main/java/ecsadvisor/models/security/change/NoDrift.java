package ecsadvisor.models.security.change;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.StackSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ServiceCheck;
import ecsadvisor.models.setting.Setting;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Is the stack as its template says? CloudFormation looks only when asked, and at the whole stack.
 * Other tools' drift needs a statement. Not applicable where nothing shows code to drift from: that
 * is {@link ManagedByCode}'s failure. Config rule {@code
 * cloudformation-stack-drift-detection-check}.
 */
public final class NoDrift implements ServiceCheck {
  /** Settings. */
  public record Settings(@Setting("Most days since the last look for drift") int driftDays) {
    public Settings {
      if (driftDays < 1) {
        throw new IllegalArgumentException("driftDays must be at least 1, not " + driftDays);
      }
    }

    /** A month. */
    public static Settings defaults() {
      return new Settings(30);
    }
  }

  private final Settings settings;
  private final ManagedByCode.Settings code;

  public NoDrift(Settings settings, ManagedByCode.Settings code) {
    this.settings = settings;
    this.code = code;
  }

  @Override
  public String statement() {
    return "The service is as its code says";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "cloudformation-stack");
  }

  @Override
  public String remedy() {
    return "Bring stack and template together, then run aws cloudformation detect-stack-drift.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    Provenance provenance = Provenance.of(service, code);
    if (provenance.answer().verdict() == Verdict.FAIL) {
      return CheckResult.notApplicable(CheckReason.NOT_FROM_CODE);
    }
    if (provenance.answer().verdict() == Verdict.NO_DATA) {
      return provenance.answer();
    }
    StackSecurity stack = provenance.stack();
    if (stack == null) {
      return CheckResult.noData(
          CheckReason.DRIFT_NOT_CHECKED,
          "attestations",
          "State that a job compares the service with its code, and how often.",
          provenance.answer().because().toArray(Evidence[]::new));
    }
    Evidence id = new Evidence("stack", stack.id());
    Instant checkedAt = stack.driftCheckedAt();
    Evidence checked =
        new Evidence("drift_checked", checkedAt == null ? "never" : checkedAt.toString());
    if (stack.driftStatus().equals("DRIFTED")) {
      return CheckResult.fail(CheckReason.DRIFTED, id, checked);
    }
    if (stack.driftStatus().equals("IN_SYNC") && checkedAt != null && lately(checkedAt, service)) {
      return CheckResult.pass(id, checked);
    }
    return CheckResult.noData(
        CheckReason.DRIFT_NOT_CHECKED,
        "cloudformation-stack",
        "Run aws cloudformation detect-stack-drift, then add describe-stacks.",
        id,
        checked);
  }

  private boolean lately(Instant checkedAt, SecurityFacts service) {
    return !checkedAt
        .atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .isBefore(service.asOf().minusDays(settings.driftDays()));
  }
}
