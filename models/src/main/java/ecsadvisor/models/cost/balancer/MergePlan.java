package ecsadvisor.models.cost.balancer;

import ecsadvisor.models.cost.ShareLoadBalancers;
import java.util.ArrayList;
import java.util.List;

/**
 * How few load balancers could carry a group of them: bin packing by first fit in decreasing order,
 * improved by a full search where the group is small.
 */
final class MergePlan {
  /** Groups up to this size are searched; 115,975 partitions of ten are the worst case. */
  private static final int SEARCHED = 10;

  private static final int MOST_STEPS = 200_000;

  private final MergeRule rule;
  private List<List<SharedBalancer>> best = List.of();
  private int steps;

  private MergePlan(MergeRule rule) {
    this.rule = rule;
  }

  /**
   * The bins, each ordered with the load balancer that stays first.
   *
   * @param group load balancers of one {@link MergeGroup}
   */
  static List<List<SharedBalancer>> of(
      List<SharedBalancer> group, ShareLoadBalancers.Settings settings) {
    MergePlan plan = new MergePlan(new MergeRule(settings));
    List<SharedBalancer> ordered = group.stream().sorted(MergeRule.KEEP_FIRST).toList();
    plan.best = plan.firstFit(ordered);
    if (ordered.size() <= SEARCHED) {
      plan.search(ordered, 0, new ArrayList<>());
    }
    return plan.best.stream()
        .map(bin -> bin.stream().sorted(plan.rule.keepFirst()).toList())
        .toList();
  }

  private List<List<SharedBalancer>> firstFit(List<SharedBalancer> ordered) {
    List<List<SharedBalancer>> bins = new ArrayList<>();
    for (SharedBalancer shared : ordered) {
      boolean placed = false;
      for (int i = 0; i < bins.size() && !placed; i++) {
        List<SharedBalancer> wider = with(bins.get(i), shared);
        if (rule.fits(wider)) {
          bins.set(i, wider);
          placed = true;
        }
      }
      if (!placed) {
        bins.add(List.of(shared));
      }
    }
    return bins;
  }

  private void search(List<SharedBalancer> ordered, int next, List<List<SharedBalancer>> bins) {
    if (bins.size() >= best.size() || ++steps > MOST_STEPS) {
      return;
    }
    if (next == ordered.size()) {
      best = List.copyOf(bins);
      return;
    }
    SharedBalancer shared = ordered.get(next);
    for (int i = 0; i < bins.size(); i++) {
      List<SharedBalancer> before = bins.get(i);
      List<SharedBalancer> wider = with(before, shared);
      if (rule.fits(wider)) {
        bins.set(i, wider);
        search(ordered, next + 1, bins);
        bins.set(i, before);
      }
    }
    bins.add(List.of(shared));
    search(ordered, next + 1, bins);
    bins.remove(bins.size() - 1);
  }

  private static List<SharedBalancer> with(List<SharedBalancer> bin, SharedBalancer shared) {
    List<SharedBalancer> wider = new ArrayList<>(bin);
    wider.add(shared);
    return wider;
  }
}
