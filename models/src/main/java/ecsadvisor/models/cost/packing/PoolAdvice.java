package ecsadvisor.models.cost.packing;

import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.cost.ResourceAdvice;
import ecsadvisor.models.cost.SharedChange;
import ecsadvisor.models.fact.CapacityProvider;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.PlacementRule;
import ecsadvisor.models.fact.ServiceKey;
import ecsadvisor.models.finding.Advice;
import ecsadvisor.models.finding.Confidence;
import ecsadvisor.models.finding.PerformanceRisk;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.ReasonCode;
import ecsadvisor.models.finding.Saving;
import ecsadvisor.models.finding.Spread;
import ecsadvisor.models.finding.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts a judged pool into words: the group's advice and that of each service. */
final class PoolAdvice {
  /**
   * How much more than an optimal packing ECS's own placement needs when it packs task by task: up
   * to 3.5 % of the instances, as measured on generated clusters.
   */
  private static final double ONLINE_LOSS = 0.035;

  private static final double HALF = 0.5;

  private final PoolCase judged;
  private final Pool pool;
  private final Fleet fleet;
  private final String resource;

  PoolAdvice(PoolCase judged, Fleet fleet) {
    this.judged = judged;
    this.pool = judged.pool();
    this.fleet = fleet;
    this.resource = PoolEvidence.cpuShare(pool) > PoolEvidence.memoryShare(pool) ? "cpu" : "memory";
  }

  /** Nothing to gain. */
  Advice asIs(ReasonCode reason) {
    return new Advice.AsIs(reason, confidence(), PoolEvidence.of(judged));
  }

  /** What a service of the pool is to change. */
  Advice change(PoolService service) {
    List<Step> steps = new ArrayList<>();
    String before = words(service.config().layout().placementStrategies());
    String proposed = before;
    if (service.isSpread()) {
      List<PlacementRule> rules = service.packed(resource);
      steps.add(new Step.SetPlacement(service.config().layout().placementStrategies(), rules));
      proposed = words(rules);
    }
    Proposal proposal =
        new Proposal(
            "ScaleIn",
            "ConsolidateInstances",
            "Overprovisioned",
            reasons(),
            PerformanceRisk.LOW,
            before,
            proposed,
            null,
            null,
            null,
            List.of(),
            steps,
            "Medium",
            true,
            true);
    return SharedChange.of(
        service.service(), fleet.window(), proposal, confidence(), PoolEvidence.of(judged));
  }

  /** What the group is to change, with the saving. */
  ResourceAdvice group() {
    CapacityProvider provider = pool.provider();
    String group = provider == null ? "" : provider.autoScalingGroup();
    List<ServiceKey> keys =
        pool.services().stream().map(service -> service.service().key()).sorted().toList();
    return new ResourceAdvice(
        pool.cluster().accountId(),
        pool.cluster().region(),
        pool.cluster().clusterName(),
        "Ec2AutoScalingGroup",
        pool.name().isEmpty() ? pool.cluster().clusterName() : pool.name(),
        provider == null ? "" : provider.arn(),
        judged.prices().currency(),
        judged.prices().payerAccountId(),
        common(pool.services().stream().map(service -> service.service().owner()).toList()),
        common(pool.services().stream().map(service -> service.service().environment()).toList()),
        keys,
        proposal(group),
        saving(),
        confidence(),
        PoolEvidence.of(judged));
  }

  private Proposal proposal(String group) {
    TreeMap<String, Integer> before = new TreeMap<>();
    pool.instances().forEach(instance -> before.merge(instance.instanceType(), 1, Integer::sum));
    TreeMap<String, Integer> after = judged.proposed().counts();
    boolean isNewType = !before.keySet().containsAll(after.keySet());
    List<Step> steps = new ArrayList<>();
    if (!group.isEmpty()) {
      steps.add(
          new Step.ResizeGroup(
              pool.name(),
              group,
              mostFirst(before),
              mostFirst(after),
              pool.instances().size(),
              judged.proposed().instances(),
              spotPercent()));
    }
    return new Proposal(
        isNewType ? "Rightsize" : "ScaleIn",
        "ConsolidateInstances",
        "Overprovisioned",
        reasons(),
        PerformanceRisk.LOW,
        words(before),
        words(after),
        null,
        null,
        null,
        List.of(),
        steps,
        isNewType ? "High" : "Medium",
        true,
        true);
  }

  /** The causes by money; half-empty instances before all, where fewer or smaller ones do. */
  List<ReasonCode> reasons() {
    Map<ReasonCode, Double> money = new TreeMap<>();
    money.put(ReasonCode.EMPTY_INSTANCES, judged.byEmpty());
    money.put(ReasonCode.PLACEMENT_SPREAD, hasSpread() ? judged.byPlacement() : 0);
    money.put(ReasonCode.INSTANCE_MIX, judged.byMix());
    List<ReasonCode> reasons = new ArrayList<>();
    double reserved = Math.max(PoolEvidence.cpuShare(pool), PoolEvidence.memoryShare(pool));
    if (reserved < HALF || judged.byEmpty() + judged.byPlacement() > 0.01 * judged.saving()) {
      reasons.add(ReasonCode.HALF_EMPTY);
    }
    money.entrySet().stream()
        .filter(entry -> entry.getValue() > 0.01 * judged.saving())
        .sorted(
            Map.Entry.<ReasonCode, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> reasons.add(entry.getKey()));
    return reasons;
  }

  private boolean hasSpread() {
    return pool.services().stream().anyMatch(PoolService::isSpread);
  }

  /** Likely within what ECS's placement may need more, and what a perfect packing would less. */
  private Saving saving() {
    PoolPlan proposed = judged.proposed();
    double packed = proposed.sum(zone -> zone.packing().cost()) * proposed.scale();
    double bound = proposed.sum(zone -> zone.packing().lowerBound()) * proposed.scale();
    double saving = judged.saving();
    return new Saving(
        judged.now(),
        proposed.monthlyCost(),
        judged.listNow(),
        proposed.monthlyListCost(),
        judged.prices().source(),
        new Spread(saving - ONLINE_LOSS * packed, saving, saving + Math.max(0, packed - bound)));
  }

  /** The least known service decides. */
  private Confidence confidence() {
    int days = fleet.window().lookbackDays();
    for (PoolService service : pool.services()) {
      days = Math.min(days, service.service().daysKnown());
    }
    double score = (double) Math.max(0, days) / fleet.window().lookbackDays();
    return new Confidence(Math.min(1, score), Math.max(0, days), Math.min(1, score));
  }

  private int spotPercent() {
    long spot = pool.instances().stream().filter(ContainerInstance::spot).count();
    return (int) Math.round(100.0 * spot / pool.instances().size());
  }

  private static List<String> mostFirst(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String words(Map<String, Integer> counts) {
    List<String> words = new ArrayList<>();
    for (String type : mostFirst(counts)) {
      words.add(counts.get(type) + " x " + type);
    }
    return words.isEmpty() ? "no instances" : String.join(" + ", words);
  }

  private static String words(List<PlacementRule> rules) {
    List<String> words = new ArrayList<>();
    for (PlacementRule rule : rules) {
      words.add(rule.value().isEmpty() ? rule.type() : rule.type() + "(" + rule.value() + ")");
    }
    return words.isEmpty() ? "no placement strategy" : String.join(", ", words);
  }

  private static String common(List<String> values) {
    List<String> different = values.stream().distinct().toList();
    return different.size() == 1 ? different.get(0) : "";
  }
}
