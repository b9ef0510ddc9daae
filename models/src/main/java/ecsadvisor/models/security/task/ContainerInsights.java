package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.security.ClusterSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Unresolved;
import java.util.List;
import java.util.Locale;

/**
 * Does the cluster use Container Insights? Security Hub ECS.12, Config rule {@code
 * ecs-container-insights-enabled}: the cluster's setting is enabled or enhanced. Where the settings
 * were not exported, a bill in which the cluster's log group of performance events received data
 * shows that it was on.
 */
public final class ContainerInsights implements Check {
  @Override
  public String statement() {
    return "The cluster uses Container Insights";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-cluster", "bill");
  }

  @Override
  public String remedy() {
    return "Set the cluster's setting containerInsights to enabled, or to enhanced.";
  }

  @Override
  public CheckResult judge(SecurityFacts service) {
    CheckResult answer = configured(service);
    String group = "/aws/ecs/containerinsights/" + service.key().clusterName() + "/performance";
    if (answer.verdict() == Verdict.NO_DATA && service.bill().logGroups().contains(group)) {
      return CheckResult.pass(new Evidence("log_group", group))
          .because(CheckReason.BILL_PRESENT)
          .on(CheckResult.Basis.BILL);
    }
    return answer;
  }

  private static CheckResult configured(SecurityFacts service) {
    CheckResult unread = Described.unreadCluster(service);
    if (unread != null) {
      return unread;
    }
    ClusterSecurity cluster = service.security().cluster();
    if (!cluster.settingsKnown()) {
      return CheckResult.noData(
          CheckReason.MISSING_EXPORT, "ecs-cluster", "Add " + Described.CLUSTERS + ".");
    }
    String value = cluster.containerInsights().strip().toLowerCase(Locale.ROOT);
    if (Unresolved.in(value)) {
      return CheckResult.noData(
          CheckReason.UNRESOLVED_REFERENCE,
          "ecs-cluster",
          "Add " + Described.CLUSTERS + " of the cluster as it is.");
    }
    Evidence evidence = new Evidence("containerInsights", value.isEmpty() ? "not set" : value);
    return value.equals("enabled") || value.equals("enhanced")
        ? CheckResult.pass(evidence)
        : CheckResult.fail(CheckReason.NO_INSIGHTS, evidence);
  }
}
