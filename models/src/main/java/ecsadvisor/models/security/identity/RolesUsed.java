package ecsadvisor.models.security.identity;

import ecsadvisor.models.fact.security.RoleSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.setting.Setting;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Is the task role used while tasks run? A role that no container has used for long holds rights
 * that nobody needs. IAM looks back 400 days and lags by some hours. Execution and instance roles
 * are used by ECS itself and not asked about.
 */
public final class RolesUsed implements RoleCheck {
  /** Settings. */
  public record Settings(
      @Setting("days after which a task role without use counts as not needed")
          int maximumUnusedDays) {
    public Settings {
      if (maximumUnusedDays < 1 || maximumUnusedDays > 400) {
        throw new IllegalArgumentException(
            "maximumUnusedDays must be in 1..400, not " + maximumUnusedDays);
      }
    }

    /** What holds where the user says nothing. */
    public static Settings defaults() {
      return new Settings(90);
    }
  }

  private final Settings settings;

  public RolesUsed(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String statement() {
    return "The task role was used lately while tasks run";
  }

  @Override
  public String remedy() {
    return "Remove the task role, or what it allows.";
  }

  @Override
  public boolean asksOf(RoleUse.Kind kind) {
    return kind == RoleUse.Kind.TASK;
  }

  @Override
  public CheckResult judge(RoleSecurity role, RoleUse.Kind kind, SecurityFacts service) {
    Evidence name = new Evidence("role", role.name());
    if (service.config().runningCount() == 0) {
      return CheckResult.notApplicable(
          CheckReason.NOTHING_RUNS, new Evidence("running_tasks", "0"));
    }
    if (!role.lastUsedKnown()) {
      return CheckResult.noData(
          CheckReason.MISSING_EXPORT,
          UnknownRole.DETAILS,
          "Add aws iam get-account-authorization-details, which has RoleLastUsed.",
          name);
    }
    Instant used = role.lastUsedAt();
    Evidence last =
        new Evidence(
            "last_used", used == null ? "never" : used.atOffset(ZoneOffset.UTC).toLocalDate() + "");
    boolean unused =
        used == null
            || used.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .isBefore(service.asOf().minusDays(settings.maximumUnusedDays()));
    return unused
        ? CheckResult.fail(CheckReason.ROLE_UNUSED, name, last)
        : CheckResult.pass(name, last);
  }
}
