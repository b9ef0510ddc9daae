package ecsadvisor.models.cost.balancer;

import ecsadvisor.models.cost.ResourceAdvice;
import ecsadvisor.models.fact.LoadBalancer;
import ecsadvisor.models.fact.TargetGroup;
import ecsadvisor.models.fact.Window;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.finding.Step;
import java.util.ArrayList;
import java.util.List;

/** Advice to delete a load balancer that nothing uses. */
public final class IdleBalancer {
  private IdleBalancer() {}

  /**
   * The advice for one that is idle.
   *
   * @param groups which of its target groups a service is registered with
   */
  public static ResourceAdvice advice(
      SharedBalancer shared, Use use, SharedBalancers groups, Window window) {
    LoadBalancer balancer = shared.balancer();
    BalancerCost cost = shared.cost();
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Delete("LOAD_BALANCER", balancer.arn(), balancer.name()));
    for (TargetGroup group : balancer.targetGroups()) {
      boolean only = group.loadBalancerArns().stream().allMatch(arn -> arn.equals(balancer.arn()));
      if (only && !groups.isRegistered(group.arn())) {
        steps.add(new Step.Delete("TARGET_GROUP", group.arn(), Names.targetGroup(group.arn())));
      }
    }
    Proposal proposal =
        new Proposal(
            "Delete",
            "DeleteIdleLoadBalancer",
            "Idle",
            List.of(ReasonCode.IDLE),
            PerformanceRisk.LOW,
            balancer.type() + " load balancer " + balancer.name(),
            "none",
            null,
            null,
            null,
            List.of(),
            steps,
            "Low",
            false,
            false);
    List<Evidence> because = new ArrayList<>(use.because());
    because.addAll(BalancerEvidence.cost(cost));
    double monthly = cost.monthly();
    return new ResourceAdvice(
        balancer.accountId(),
        balancer.region(),
        "",
        "LoadBalancer",
        balancer.name(),
        balancer.arn(),
        cost.currency(),
        cost.payerAccountId(),
        shared.owners(),
        shared.environments(),
        shared.keys(),
        proposal,
        new Saving(
            monthly,
            0,
            cost.fixedMonthlyList() + cost.trafficMonthlyList(),
            0,
            cost.source(),
            new Spread(monthly - cost.addressesMonthly(), monthly, monthly)),
        shared.confidence(window),
        because);
  }
}
