package ecsadvisor.jobs.finding.memory;

import ecsadvisor.models.cost.Fleet;
import ecsadvisor.models.fact.AccountFacts;
import ecsadvisor.models.fact.ClusterFacts;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.Repository;
import ecsadvisor.models.finding.Proposal;
import ecsadvisor.models.finding.Step;
import ecsadvisor.models.ledger.Subject;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is known of shared resources by name, as it is and as advised ({@link
 * ecsadvisor.models.ledger.Setup}). What is not known has no name.
 */
final class ResourceSetups {
  private static final String INSTANCES = "instances";
  private static final String TYPES = "instance_types";
  private static final String LIFECYCLE_POLICY = "lifecycle_policy";
  private static final String EXISTS = "exists ";
  private static final String WATCHES = "watches ";
  private static final String YES = "yes";
  private static final String NO = "no";

  private final Fleet fleet;

  ResourceSetups(Fleet fleet) {
    this.fleet = fleet;
  }

  /** What a proposal would make of a resource; empty for what the inventory does not show. */
  static SortedMap<String, String> advised(Proposal proposal) {
    SortedMap<String, String> values = new TreeMap<>();
    for (Step step : proposal.steps()) {
      if (step instanceof Step.ResizeGroup group) {
        values.put(INSTANCES, Integer.toString(group.instancesAfter()));
        if (!Set.copyOf(group.typesAfter()).equals(Set.copyOf(group.typesBefore()))) {
          values.put(TYPES, group.typesAfter().stream().sorted().collect(Collectors.joining(",")));
        }
      } else if (step instanceof Step.PutLifecyclePolicy policy && policy.before().isEmpty()) {
        values.put(LIFECYCLE_POLICY, YES);
      } else if (step instanceof Step.Delete deletion) {
        values.put(EXISTS + deletion.kind() + " " + deletion.arnOrId(), NO);
      } else if (step instanceof Step.MergeLoadBalancer merge) {
        values.put(EXISTS + "LOAD_BALANCER " + merge.fromArn(), NO);
      } else if (step instanceof Step.WatchCost watch) {
        String tag = watch.kind().equals("COST_ALLOCATION_TAG") ? " " + watch.name() : "";
        values.put(WATCHES + watch.kind() + tag, YES);
      }
    }
    return values;
  }

  /** What is of some names. */
  SortedMap<String, String> present(Subject subject, Set<String> names) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String name : names) {
      String value = "";
      if (name.equals(INSTANCES) || name.equals(TYPES)) {
        value = group(subject, name);
      } else if (name.equals(LIFECYCLE_POLICY)) {
        value = lifecyclePolicy(subject);
      } else if (name.startsWith(EXISTS)) {
        value = exists(subject, name.substring(EXISTS.length()));
      } else if (name.startsWith(WATCHES)) {
        value = watches(subject, name.substring(WATCHES.length()));
      }
      if (!value.isEmpty()) {
        values.put(name, value);
      }
    }
    return values;
  }

  /** Whether the resource is known not to exist any more. */
  boolean isGone(Subject subject, Set<String> names) {
    if (names.contains(INSTANCES)) {
      return fleet.isComplete(subject.accountId(), subject.region(), "ecs-cluster")
          && fleet.clusters().stream().noneMatch(cluster -> isIn(cluster, subject));
    }
    return names.contains(LIFECYCLE_POLICY)
        && fleet.isComplete(subject.accountId(), subject.region(), "ecr-repository")
        && fleet.repositories().stream()
            .noneMatch(repository -> repository.arn().equals(subject.resourceArn()));
  }

  private String group(Subject subject, String name) {
    String arn = subject.resourceArn();
    String provider = arn.substring(arn.lastIndexOf('/') + 1);
    for (ClusterFacts cluster : fleet.clusters()) {
      if (isIn(cluster, subject) && cluster.instancesKnown()) {
        return name.equals(INSTANCES)
            ? Long.toString(
                cluster.instances().stream()
                    .filter(instance -> instance.capacityProvider().equals(provider))
                    .count())
            : cluster.instances().stream()
                .filter(instance -> instance.capacityProvider().equals(provider))
                .map(ContainerInstance::instanceType)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
      }
    }
    return "";
  }

  private static boolean isIn(ClusterFacts cluster, Subject subject) {
    return cluster.accountId().equals(subject.accountId())
        && cluster.region().equals(subject.region())
        && cluster.clusterName().equals(subject.clusterName());
  }

  private String lifecyclePolicy(Subject subject) {
    for (Repository repository : fleet.repositories()) {
      if (repository.arn().equals(subject.resourceArn()) && repository.lifecyclePolicyKnown()) {
        return repository.lifecyclePolicy().isEmpty() ? NO : YES;
      }
    }
    return "";
  }

  private String exists(Subject subject, String kindAndName) {
    String kind = kindAndName.substring(0, kindAndName.indexOf(' '));
    String name = kindAndName.substring(kind.length() + 1);
    boolean exists;
    String inventoryKind;
    switch (kind) {
      case "LOAD_BALANCER" -> {
        exists = fleet.loadBalancers().stream().anyMatch(one -> one.arn().equals(name));
        inventoryKind = "elbv2-load-balancer";
      }
      case "TARGET_GROUP" -> {
        exists = fleet.targetGroups().stream().anyMatch(one -> one.arn().equals(name));
        inventoryKind = "elbv2-target-group";
      }
      case "EBS_VOLUME" -> {
        exists = fleet.volumes().stream().anyMatch(one -> one.volumeId().equals(name));
        inventoryKind = "ec2-volume";
      }
      default -> {
        return "";
      }
    }
    if (exists) {
      return YES;
    }
    return fleet.isComplete(subject.accountId(), subject.region(), inventoryKind) ? NO : "";
  }

  private String watches(Subject subject, String kindAndName) {
    for (AccountFacts account : fleet.accounts()) {
      if (!account.accountId().equals(subject.accountId())) {
        continue;
      }
      boolean isWatched =
          switch (kindAndName) {
            case "BUDGET" ->
                account.budgets().stream().anyMatch(budget -> budget.notifications() > 0);
            case "ANOMALY_MONITOR" ->
                account.anomalyMonitors().stream().anyMatch(monitor -> monitor.subscribers() > 0);
            default ->
                account
                    .costAllocationTags()
                    .contains(kindAndName.substring(kindAndName.indexOf(' ') + 1));
          };
      boolean isKnown =
          switch (kindAndName) {
            case "BUDGET" -> account.budgetsKnown();
            case "ANOMALY_MONITOR" -> account.anomalyMonitorsKnown();
            default -> account.costAllocationTagsKnown();
          };
      return isWatched ? YES : isKnown ? NO : "";
    }
    return "";
  }
}
