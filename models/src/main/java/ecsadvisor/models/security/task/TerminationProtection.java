package ecsadvisor.models.security.task;

import ecsadvisor.models.fact.LaunchType;
import ecsadvisor.models.fact.security.ClusterSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Verdict;
import ecsadvisor.models.security.Check;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import ecsadvisor.models.security.Unresolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Are instances that run tasks safe from scaling in? Security Hub ECS.19, Config rule {@code
 * ecs-capacity-provider-termination-check}: {@code managedTerminationProtection} is ENABLED for the
 * capacity providers of the service's strategy; with the launch type EC2, for all of the cluster.
 * Not applicable on Fargate, on managed instances and where no capacity provider has an Auto
 * Scaling group.
 */
public final class TerminationProtection implements Check {
  private static final String KIND = "ecs-capacity-provider";

  @Override
  public String statement() {
    return "Scaling in ends no instance that runs tasks";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ecs-cluster", KIND);
  }

  @Override
  public String remedy() {
    return "Enable managed scaling and managedTerminationProtection of the capacity provider, and"
        + " instance protection from scale-in of its Auto Scaling group.";
  }

  @Override
  public CheckResult judge(SecurityFacts service) {
    CheckResult stale = Freshness.staleService(service);
    if (stale != null) {
      return stale;
    }
    LaunchType type = service.config().launchType();
    if (Launch.onFargate(service)
        || type == LaunchType.EXTERNAL
        || type == LaunchType.MANAGED_INSTANCES) {
      return CheckResult.notApplicable(CheckReason.NO_CAPACITY_PROVIDER);
    }
    CheckResult unread = Described.unreadCluster(service);
    if (unread != null) {
      return unread;
    }
    Set<String> strategy =
        service.config().capacityProviders().stream()
            .map(item -> item.capacityProvider())
            .collect(Collectors.toSet());
    List<ClusterSecurity.Provider> used =
        service.security().cluster().capacityProviders().stream()
            .filter(provider -> strategy.isEmpty() || strategy.contains(provider.name()))
            .toList();
    if (used.isEmpty() && strategy.isEmpty() && type == LaunchType.EC2) {
      return CheckResult.notApplicable(CheckReason.NO_CAPACITY_PROVIDER);
    }
    return judge(used, used.isEmpty() || used.size() < strategy.size());
  }

  private static CheckResult judge(List<ClusterSecurity.Provider> used, boolean lacking) {
    List<Evidence> failing = new ArrayList<>();
    boolean open = lacking;
    for (ClusterSecurity.Provider provider : used) {
      if (!provider.known() || Unresolved.in(provider.terminationProtection())) {
        open = true;
      } else if (!provider.terminationProtection().equals("ENABLED")) {
        failing.add(new Evidence("capacityProvider", provider.name()));
        failing.add(
            new Evidence(
                provider.name() + ".managedTerminationProtection",
                provider.terminationProtection().isEmpty()
                    ? "not set"
                    : provider.terminationProtection()));
      }
    }
    if (!failing.isEmpty()) {
      return CheckResult.of(Verdict.FAIL, List.of(CheckReason.NO_TERMINATION_PROTECTION), failing);
    }
    return open ? Described.launchUnknown() : CheckResult.pass();
  }
}
