package ecsadvisor.models.security.audit;

import ecsadvisor.models.fact.security.AuditSecurity.LogGroup;
import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity.LogSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.fact.security.TaskSecurity;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import ecsadvisor.models.security.TaskCheck;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Do the log groups that the running revisions name keep events for a set time? The Config rule
 * {@code cw-loggroup-retention-period-check} asks every group of the account; here it is those of
 * the service, the ones that FireLens writes to by {@code log_group_name} included. A group in
 * another region, one that the inventory lacks or a name with a placeholder leaves the answer open.
 */
public final class LogRetentionSet implements TaskCheck {
  private static final String KIND = "logs-log-group";

  @Override
  public String statement() {
    return "Its log groups keep events for a set time";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ecs-task-definition", KIND);
  }

  @Override
  public String remedy() {
    return "Set retentionInDays of the log groups (aws logs put-retention-policy).";
  }

  @Override
  public CheckResult judge(TaskSecurity task, SecurityFacts service) {
    List<Evidence> kept = new ArrayList<>();
    List<Evidence> forever = new ArrayList<>();
    List<Evidence> unknown = new ArrayList<>();
    for (ContainerSecurity container : task.containers()) {
      LogSecurity log = container.log();
      if (log != null && (log.driver().equals("awslogs") || !log.group().isEmpty())) {
        LogGroup group = group(log, service);
        if (group == null) {
          add(unknown, log.group().isEmpty() ? "of container " + container.name() : log.group());
        } else if (group.retentionDays() == null) {
          add(forever, group.name());
        } else {
          add(kept, group.name() + " (" + group.retentionDays() + " days)");
        }
      }
    }
    if (!forever.isEmpty()) {
      return CheckResult.fail(CheckReason.NO_LOG_RETENTION).with(forever);
    }
    if (!unknown.isEmpty()) {
      return unread(service).with(unknown);
    }
    return kept.isEmpty()
        ? CheckResult.notApplicable(CheckReason.NO_LOG_GROUP)
        : CheckResult.pass().with(kept);
  }

  private static @Nullable LogGroup group(LogSecurity log, SecurityFacts service) {
    boolean elsewhere = !log.region().isEmpty() && !log.region().equals(service.key().region());
    LogGroup group = elsewhere ? null : service.security().audit().logGroups().get(log.group());
    return group == null || Freshness.isStale(service, group.collectedAt()) ? null : group;
  }

  private static CheckResult unread(SecurityFacts service) {
    CheckResult unread = Freshness.unread(service, KIND, "aws logs describe-log-groups");
    return unread != null
        ? unread
        : CheckResult.noData(
            CheckReason.UNRESOLVED_REFERENCE,
            KIND,
            "Add aws logs describe-log-groups of the account and region that have the group.");
  }

  private static void add(List<Evidence> list, String group) {
    Evidence named = new Evidence("log_group", group);
    if (!list.contains(named)) {
      list.add(named);
    }
  }
}
