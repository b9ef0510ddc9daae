package ecsadvisor.models.cost;

import ecsadvisor.models.cost.balancer.BalancerEvidence;
import ecsadvisor.models.cost.balancer.IdleBalancer;
import ecsadvisor.models.cost.balancer.Merge;
import ecsadvisor.models.cost.balancer.Orphans;
import ecsadvisor.models.cost.balancer.SharedBalancer;
import ecsadvisor.models.cost.balancer.SharedBalancers;
import ecsadvisor.models.cost.balancer.Use;
import ecsadvisor.models.fact.ServiceConfig;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.finding.Missing;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.price.ResourceBill;
import ecsadvisor.models.setting.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which load balancers could go, because nothing uses them or another could carry their services?
 *
 * <p>{@link Use} says which are idle. Those that are used and carry next to no load are packed onto
 * as few as possible ({@link Merge}) within one VPC, scheme, set of subnets and security groups,
 * environment, profile and web ACL, so that production never shares with anything else. Hours and
 * public addresses are saved, capacity units never. {@link Orphans} are told beside it. Sources:
 * AWS Trusted Advisor's idle load balancers, Trend Micro Conformity, the quotas of Elastic Load
 * Balancing.
 */
public final class ShareLoadBalancers implements FleetControl {
  /** The row of the catalogue. */
  public static final String ID = "COST-09";

  /** What can be set. */
  public record Settings(
      @Setting("days that a load balancer must have been idle") int idleDays,
      @Setting("requests (Network: flows) in those days below which it is idle") int idleRequests,
      @Setting("mean capacity units in those days below which it is idle") double idleLcus,
      @Setting("requests a day below which its use is called low") int lowRequestsPerDay,
      @Setting("capacity units in the busiest 1 % of hours below which it may move to another")
          double overProvisionedLcus,
      @Setting("least days with requests for a merge") int minimumDays,
      @Setting("most services that may fail together with one load balancer")
          int mostServicesPerLoadBalancer,
      @Setting("most capacity units in the busiest 1 % of hours after a merge")
          double mostMergedLcus,
      @Setting("quota: rules per load balancer, default rules excluded") int mostRules,
      @Setting("quota: target groups per load balancer") int mostTargetGroups,
      @Setting("quota: certificates per load balancer, default ones excluded") int mostCertificates,
      @Setting("quota: listeners per load balancer") int mostListeners,
      @Setting("quota: targets per load balancer") int mostTargets,
      @Setting("least monthly saving for a load balancer to move") double minimumSavingMonthly,
      @Setting("age in days from which an unattached volume is an orphan") int unattachedDays,
      @Setting("price of a snapshot's gigabyte as a share of the volume's, 0..1")
          double snapshotCostShare,
      @Setting("USD for an hour of a load balancer, where the bill has no line of it")
          double balancerHourPrice,
      @Setting("USD for a capacity unit and hour, likewise") double lcuHourPrice,
      @Setting("USD for an hour of a public IPv4 address, without a bill")
          double addressHourPrice) {

    public Settings {
      require(idleDays >= 1, "idleDays", idleDays);
      require(idleRequests >= 1, "idleRequests", idleRequests);
      require(idleLcus > 0, "idleLcus", idleLcus);
      require(lowRequestsPerDay >= 0, "lowRequestsPerDay", lowRequestsPerDay);
      require(overProvisionedLcus >= 0, "overProvisionedLcus", overProvisionedLcus);
      require(minimumDays >= 1, "minimumDays", minimumDays);
      require(
          mostServicesPerLoadBalancer >= 1,
          "mostServicesPerLoadBalancer",
          mostServicesPerLoadBalancer);
      require(mostMergedLcus > 0, "mostMergedLcus", mostMergedLcus);
      require(mostRules >= 1, "mostRules", mostRules);
      require(mostTargetGroups >= 1, "mostTargetGroups", mostTargetGroups);
      require(mostCertificates >= 1, "mostCertificates", mostCertificates);
      require(mostListeners >= 1, "mostListeners", mostListeners);
      require(mostTargets >= 1, "mostTargets", mostTargets);
      require(minimumSavingMonthly >= 0, "minimumSavingMonthly", minimumSavingMonthly);
      require(unattachedDays >= 1, "unattachedDays", unattachedDays);
      require(
          snapshotCostShare >= 0 && snapshotCostShare <= 1, "snapshotCostShare", snapshotCostShare);
      require(balancerHourPrice >= 0, "balancerHourPrice", balancerHourPrice);
      require(lcuHourPrice >= 0, "lcuHourPrice", lcuHourPrice);
      require(addressHourPrice >= 0, "addressHourPrice", addressHourPrice);
    }

    /** Thresholds of the peers, quotas of AWS, list prices of us-east-1. */
    public static Settings defaults() {
      return new Settings(
          7, 100, 0.002, 100, 1, 14, 10, 25, 100, 100, 25, 50, 1000, 5, 14, 0.625, 0.0225, 0.008,
          0.005);
    }

    private static void require(boolean holds, String name, double value) {
      if (!holds) {
        throw new IllegalArgumentException(name + " is out of range: " + value);
      }
    }
  }

  private final Settings settings;

  public ShareLoadBalancers(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public FleetAdvice advise(Fleet fleet) {
    ResourceBill bill = new ResourceBill(fleet.resources(), fleet.window());
    SharedBalancers balancers = new SharedBalancers(fleet, bill, settings);
    SortedMap<String, Use> uses = new TreeMap<>();
    balancers.all().forEach((arn, b) -> uses.put(arn, Use.of(b, fleet.window(), settings)));

    List<ResourceAdvice> advice = new ArrayList<>();
    for (SharedBalancer idle : inState(balancers, uses, Use.State.IDLE)) {
      Use use = use(uses, idle.balancer().arn());
      advice.add(IdleBalancer.advice(idle, use, balancers, fleet.window()));
    }
    SortedMap<String, ResourceAdvice> byBalancer = new TreeMap<>();
    for (Merge merge : Merge.plan(inState(balancers, uses, Use.State.USED), settings)) {
      List<ResourceAdvice> moves = merge.advice(fleet.window());
      advice.addAll(moves);
      // The one that stays takes part, without money of its own.
      byBalancer.put(merge.kept().balancer().arn(), moves.get(0));
    }
    advice.forEach(one -> byBalancer.put(one.resourceArn(), one));

    Orphans orphans = new Orphans(fleet, bill, settings);
    advice.addAll(orphans.targetGroups(balancers));
    advice.addAll(orphans.volumes());
    advice.sort(
        Comparator.comparing(ResourceAdvice::accountId)
            .thenComparing(ResourceAdvice::region)
            .thenComparing(ResourceAdvice::resourceArn));
    SortedMap<ServiceKey, Advice> verdicts = new TreeMap<>();
    for (FleetService service : fleet.services()) {
      verdicts.put(service.key(), verdict(service, balancers, uses, byBalancer, fleet));
    }
    return new FleetAdvice(verdicts, advice);
  }

  private static List<SharedBalancer> inState(
      SharedBalancers balancers, SortedMap<String, Use> uses, Use.State state) {
    return balancers.all().values().stream()
        .filter(shared -> use(uses, shared.balancer().arn()).state() == state)
        .toList();
  }

  private static Use use(SortedMap<String, Use> uses, String arn) {
    return uses.getOrDefault(arn, new Use(Use.State.UNKNOWN, List.of(), List.of()));
  }

  private Advice verdict(
      FleetService service,
      SharedBalancers balancers,
      SortedMap<String, Use> uses,
      SortedMap<String, ResourceAdvice> advice,
      Fleet fleet) {
    ServiceConfig config = service.config();
    if (config == null) {
      return noData(ReasonCode.INVENTORY_MISSING, "ecs-service", "aws ecs describe-services");
    }
    if (config.layout().targetGroups().isEmpty()) {
      return config.layout().targetGroupsKnown()
          ? new Advice.NotApplicable(ReasonCode.NO_LOAD_BALANCER, List.of())
          : noData(
              ReasonCode.INVENTORY_MISSING,
              "elbv2-target-group",
              "aws elbv2 describe-target-groups");
    }
    Set<String> arns = balancers.arnsOf(service);
    if (arns.isEmpty()) {
      return new Advice.NotApplicable(
          ReasonCode.NO_LOAD_BALANCER,
          List.of(new Evidence("target_groups", "no load balancer forwards to them")));
    }
    ResourceAdvice change = worst(arns, advice);
    if (change != null) {
      return SharedChange.of(
          service, fleet.window(), change.proposal(), change.confidence(), change.because());
    }
    List<Evidence> because = new ArrayList<>();
    for (String arn : arns) {
      SharedBalancer shared = balancers.get(arn);
      if (shared == null) {
        return noData(
            ReasonCode.INVENTORY_MISSING,
            "elbv2-load-balancer",
            "aws elbv2 describe-load-balancers");
      }
      Use use = use(uses, arn);
      because.addAll(use.because());
      if (use.state() == Use.State.UNKNOWN) {
        return new Advice.NoData(List.of(ReasonCode.NO_DATA), use.missing(), because);
      }
    }
    because.addAll(BalancerEvidence.healthChecks(config.layout().targetGroups()));
    SharedBalancer first = balancers.all().get(arns.iterator().next());
    return new Advice.AsIs(
        ReasonCode.USED,
        first == null ? Confidence.NONE : first.confidence(fleet.window()),
        because);
  }

  /** The advice about one of them: an idle one before one that moves. */
  private static @Nullable ResourceAdvice worst(
      Set<String> arns, SortedMap<String, ResourceAdvice> advice) {
    ResourceAdvice worst = null;
    for (String arn : arns) {
      ResourceAdvice one = advice.get(arn);
      if (one != null
          && (worst == null || one.proposal().reasonCodes().contains(ReasonCode.IDLE))) {
        worst = one;
      }
    }
    return worst;
  }

  private static Advice noData(ReasonCode reason, String input, String command) {
    return new Advice.NoData(
        List.of(reason), List.of(new Missing(input, "add " + command)), List.of());
  }
}
