package ecsadvisor.models.security.continuity;

import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.fact.security.MachineSecurity;
import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;
import ecsadvisor.models.security.ServiceCheck;
import java.util.List;

/** Is a part of it safe from an interruption of Spot capacity? Advisory. CCM BCR-01. */
public final class NotOnlySpot implements ServiceCheck {
  @Override
  public String statement() {
    return "Not all tasks run on Spot capacity";
  }

  @Override
  public List<String> needs() {
    return List.of("ecs-service", "ecs-container-instance", "ec2-instance");
  }

  @Override
  public String remedy() {
    return "Give the strategy a base on demand, or instances on demand to the cluster.";
  }

  @Override
  public CheckResult judgeFresh(SecurityFacts service) {
    return switch (service.config().launchType()) {
      case FARGATE -> fargate(service.config().capacityProviders());
      case EC2, MANAGED_INSTANCES -> machines(service);
      case EXTERNAL -> CheckResult.notApplicable(CheckReason.OUTSIDE_AWS);
      case UNKNOWN ->
          CheckResult.noData(
              CheckReason.AMBIGUOUS_PLATFORM,
              "ecs-capacity-provider",
              "Add aws ecs describe-capacity-providers and describe-clusters of this region.");
    };
  }

  private static CheckResult fargate(List<CapacityProviderItem> strategy) {
    List<CapacityProviderItem> used =
        strategy.stream().filter(item -> item.base() > 0 || item.weight() > 0).toList();
    boolean onlySpot =
        !used.isEmpty()
            && used.stream().allMatch(item -> item.capacityProvider().equals("FARGATE_SPOT"));
    return onlySpot
        ? CheckResult.fail(CheckReason.ONLY_SPOT, new Evidence("capacity_provider", "FARGATE_SPOT"))
        : CheckResult.pass();
  }

  private static CheckResult machines(SecurityFacts service) {
    List<MachineSecurity> machines = service.security().continuity().machines();
    long onDemand =
        machines.stream().filter(machine -> machine.described() && !machine.spot()).count();
    if (onDemand > 0) {
      return CheckResult.pass(new Evidence("instances_on_demand", "" + onDemand));
    }
    CheckResult unread =
        Freshness.unread(service, "ecs-container-instance", "aws ecs describe-container-instances");
    if (unread != null) {
      return unread;
    }
    boolean allSpot = machines.stream().allMatch(MachineSecurity::described);
    return allSpot && !machines.isEmpty()
        ? CheckResult.fail(
            CheckReason.ONLY_SPOT, new Evidence("instances_on_spot", "" + machines.size()))
        : CheckResult.noData(
            CheckReason.UNRESOLVED_REFERENCE,
            "ec2-instance",
            "Add aws ec2 describe-instances of the cluster's instances.");
  }
}
