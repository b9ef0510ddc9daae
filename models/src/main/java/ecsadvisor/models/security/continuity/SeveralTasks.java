package ecsadvisor.models.security.continuity;

import ecsadvisor.models.fact.Scaling;
import ecsadvisor.models.fact.ScheduledAction;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.ServiceCheck;
import ecsadvisor.models.setting.Setting;
import java.util.List;

/**
 * Is a task left when one fails? The fewest tasks count that scaling or a schedule may leave;
 * without scaling the tasks wanted. One task on each instance (DAEMON) is not applicable. CCM
 * BCR-01.
 */
public final class SeveralTasks implements ServiceCheck {
  /** Settings. */
  public record Settings(@Setting("Fewest tasks that may run at any time") int minimumTasks) {
    public Settings {
      if (minimumTasks < 1) {
        throw new IllegalArgumentException("minimumTasks must be at least 1, not " + minimumTasks);
      }
    }

    /** One that fails and one that goes on. */
    public static Settings defaults() {
      return new Settings(2);
    }
  }

  private final Settings settings;

  public SeveralTasks(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String statement() {
    return "The service always runs two tasks or more";
  }

  @Override
  public List<String> needs() {
    return List.of(
        "ecs-service", "autoscaling-target", "autoscaling-policy", "autoscaling-scheduled-action");
  }

  @Override
  public String remedy() {
    return "Raise the desired count, or the fewest tasks of scaling and of schedules, to two.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    ServiceConfig config = service.config();
    if (config.schedulingStrategy().equals("DAEMON")) {
      return CheckResult.notApplicable(CheckReason.DAEMON);
    }
    Scaling scaling = config.scaling();
    Evidence desired = new Evidence("desiredCount", "" + config.desiredCount());
    if (scaling != null) {
      return scaled(scaling, config, desired);
    }
    if (config.desiredCount() < settings.minimumTasks()) {
      return CheckResult.fail(CheckReason.ONE_TASK, desired);
    }
    return config.scalingKnown() ? CheckResult.pass(desired) : unknown(desired);
  }

  private CheckResult scaled(Scaling scaling, ServiceConfig config, Evidence desired) {
    for (ScheduledAction action : scaling.scheduledActions()) {
      Integer least = action.minCapacity() == null ? action.maxCapacity() : action.minCapacity();
      if (least != null && least < settings.minimumTasks()) {
        return CheckResult.fail(
            CheckReason.SCALED_TO_ZERO,
            new Evidence("scheduled_action", action.name()),
            new Evidence("schedule", action.schedule() + " " + action.timezone()),
            new Evidence("tasks", "" + least));
      }
    }
    Evidence least = new Evidence("minCapacity", "" + scaling.minCapacity());
    if (scaling.minCapacity() < settings.minimumTasks()) {
      return CheckResult.fail(CheckReason.ONE_TASK, least, desired);
    }
    return config.scalingKnown() ? CheckResult.pass(least) : unknown(least);
  }

  private static CheckResult unknown(Evidence because) {
    return CheckResult.noData(
        CheckReason.MISSING_EXPORT,
        "autoscaling-target",
        "Add aws application-autoscaling describe-scalable-targets and describe-scheduled-actions"
            + " --service-namespace ecs of this account and region.",
        because);
  }
}
