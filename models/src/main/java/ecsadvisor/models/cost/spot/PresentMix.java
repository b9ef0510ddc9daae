package ecsadvisor.models.cost.spot;

import ecsadvisor.models.fact.CapacityProviderItem;
import ecsadvisor.models.finding.Evidence;
import java.util.List;
import java.util.function.Predicate;

/**
 * Would a service that runs on Spot already outlive the loss of its largest pool?
 *
 * @param tasks tasks in the tightest hour of the window; 0 where none is known
 * @param needed tasks needed in it
 * @param survivors tasks left in it
 * @param survivableBase the base with which every hour would have been outlived
 */
public record PresentMix(int tasks, int needed, int survivors, int survivableBase) {

  /** The mix of a strategy in the window's tightest hour. */
  public static PresentMix of(
      List<CapacityProviderItem> strategy,
      Predicate<String> isSpot,
      TaskHours hours,
      SpotMix.Terms terms) {
    PresentMix tightest = new PresentMix(0, 0, 0, 0);
    int base = 0;
    for (TaskHour hour : hours.deciding()) {
      int tasks = (int) Math.max(1, Math.round(hour.tasks()));
      int needed = SpotMix.needed(tasks, hour.cpuShare(), terms);
      int onSpot = (int) Math.ceil(tasks * SpotShare.of(strategy, tasks, isSpot) - 1e-9);
      int survivors = SurvivableBase.survivors(tasks, tasks - onSpot, terms.pools());
      base = Math.max(base, SurvivableBase.of(tasks, needed, terms.pools()));
      boolean tighter = survivors - needed < tightest.survivors - tightest.needed;
      if (tightest.tasks == 0 || tighter) {
        tightest = new PresentMix(tasks, needed, survivors, 0);
      }
    }
    return new PresentMix(tightest.tasks, tightest.needed, tightest.survivors, base);
  }

  /** Whether enough tasks would be left. */
  public boolean survives() {
    return survivors >= needed;
  }

  /** The answer in figures. */
  public List<Evidence> evidence() {
    if (tasks == 0) {
      return List.of(new Evidence("outlives_loss_of_largest_pool", "not known, no tasks seen"));
    }
    return List.of(
        new Evidence(
            "outlives_loss_of_largest_pool",
            survives() ? "yes" : "no: the base on demand is too small, it takes " + survivableBase),
        new Evidence("tasks_in_tightest_hour", Integer.toString(tasks)),
        new Evidence("tasks_needed_in_it", Integer.toString(needed)),
        new Evidence("tasks_left_in_it", Integer.toString(survivors)));
  }
}
