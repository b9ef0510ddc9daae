package ecsadvisor.models.cost.balancer;

import ecsadvisor.models.cost.ResourceAdvice;
import ecsadvisor.models.cost.ShareLoadBalancers;
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
import ecsadvisor.models.price.Rates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Load balancers that become one.
 *
 * <p>Each moved one saves the price of its hours and public addresses. Its capacity units move with
 * its requests, so they save nothing; the extra rules may cost some, which is subtracted. What the
 * units may save where the peaks of their measures fall apart is the upper end of the spread only.
 *
 * @param kept the one that stays
 * @param moved those that go
 * @param load their capacity units as one
 */
public record Merge(SharedBalancer kept, List<SharedBalancer> moved, MergedLoad load) {
  public Merge {
    moved = List.copyOf(moved);
  }

  /**
   * The merges of a fleet.
   *
   * @param used load balancers that are used, in any order
   */
  public static List<Merge> plan(List<SharedBalancer> used, ShareLoadBalancers.Settings settings) {
    Map<MergeGroup, List<SharedBalancer>> groups = new LinkedHashMap<>();
    used.stream()
        .filter(shared -> shared.traffic().daysKnown() >= settings.minimumDays())
        .sorted(Comparator.comparing(shared -> shared.balancer().arn()))
        .forEach(
            shared -> {
              MergeGroup group = MergeGroup.of(shared);
              if (group != null) {
                groups.computeIfAbsent(group, ignored -> new ArrayList<>()).add(shared);
              }
            });
    return groups.values().stream()
        .flatMap(group -> MergePlan.of(group, settings).stream())
        .filter(bin -> bin.size() > 1)
        .map(bin -> new Merge(bin.get(0), bin.subList(1, bin.size()), MergedLoad.of(bin)))
        .filter(merge -> merge.pays(settings))
        .toList();
  }

  private boolean pays(ShareLoadBalancers.Settings settings) {
    return moved.stream()
        .allMatch(
            shared ->
                shared.cost().currency().equals(kept.cost().currency())
                    && saving(shared).monthly() >= settings.minimumSavingMonthly());
  }

  /** All of them, the one that stays first. */
  public List<SharedBalancer> all() {
    return Stream.concat(Stream.of(kept), moved.stream()).toList();
  }

  private Saving saving(SharedBalancer gone) {
    BalancerCost cost = gone.cost();
    double unitMonthly = kept.cost().lcuPrice() * Rates.HOURS_PER_MONTH / moved.size();
    double unitMonthlyList = kept.cost().listLcuPrice() * Rates.HOURS_PER_MONTH / moved.size();
    double after = cost.trafficMonthly() + load.growth() * unitMonthly;
    double monthly = cost.monthly() - after;
    return new Saving(
        cost.monthly(),
        after,
        cost.fixedMonthlyList() + cost.trafficMonthlyList(),
        cost.trafficMonthlyList() + load.growth() * unitMonthlyList,
        cost.source(),
        new Spread(
            monthly - cost.addressesMonthly(),
            monthly,
            monthly + (load.growth() + load.relief()) * unitMonthly));
  }

  /** The advice for each load balancer that goes. */
  public List<ResourceAdvice> advice(Window window) {
    return moved.stream().map(shared -> advice(shared, window)).toList();
  }

  private ResourceAdvice advice(SharedBalancer gone, Window window) {
    LoadBalancer balancer = gone.balancer();
    return new ResourceAdvice(
        balancer.accountId(),
        balancer.region(),
        "",
        "LoadBalancer",
        balancer.name(),
        balancer.arn(),
        gone.cost().currency(),
        gone.cost().payerAccountId(),
        gone.owners(),
        gone.environments(),
        gone.keys(),
        proposal(gone),
        saving(gone),
        gone.confidence(window),
        because(gone));
  }

  private Proposal proposal(SharedBalancer gone) {
    LoadBalancer balancer = gone.balancer();
    List<String> groups = balancer.targetGroups().stream().map(TargetGroup::arn).sorted().toList();
    return new Proposal(
        "MergeLoadBalancers",
        "MergeLoadBalancers",
        "Overprovisioned",
        List.of(ReasonCode.MERGEABLE),
        PerformanceRisk.MEDIUM,
        "load balancer " + balancer.name(),
        "rules of load balancer " + kept.balancer().name(),
        null,
        null,
        null,
        List.of(),
        List.of(new Step.MergeLoadBalancer(balancer.arn(), kept.balancer().arn(), groups)),
        "High",
        false,
        false);
  }

  private List<Evidence> because(SharedBalancer gone) {
    List<SharedBalancer> together = all();
    List<Evidence> because = new ArrayList<>();
    because.add(new Evidence("load_balancer", gone.balancer().name()));
    because.add(new Evidence("moves_to", kept.balancer().name()));
    because.add(
        BalancerEvidence.figure("requests_per_day", "%.0f", gone.traffic().requestsPerDay()));
    because.add(BalancerEvidence.figure("capacity_units_p99", "%.3f", gone.busyLcus()));
    because.add(BalancerEvidence.figure("capacity_units_p99_merged", "%.3f", load.busyLcus()));
    because.add(
        BalancerEvidence.figure(
            "services_that_share_it_then",
            "%d",
            together.stream().mapToInt(shared -> shared.services().size()).sum()));
    because.add(BalancerEvidence.figure("rules_then", "%d", MergeRule.rules(together)));
    if (together.stream().anyMatch(shared -> !shared.owners().equals(gone.owners()))) {
      because.add(
          new Evidence(
              "owners",
              String.join(
                  ", ",
                  together.stream()
                      .map(SharedBalancer::owners)
                      .filter(owners -> !owners.isEmpty())
                      .distinct()
                      .toList())));
    }
    if (gone.balancer().idleTimeoutSeconds() == null) {
      because.add(new Evidence("idle_timeout", "not known of either; compare before merging"));
    }
    because.add(
        new Evidence(
            "default_action",
            "becomes a rule on the host names of its clients; point those at the other one first"));
    because.addAll(BalancerEvidence.cost(gone.cost()));
    because.add(new Evidence("capacity_units_saved", "none counted: they move with the requests"));
    return because;
  }
}
