package ecsadvisor.models.cost;

import ecsadvisor.models.setting.Setting;
import java.util.Set;

/**
 * The settings of all cost controls. The components' names are the sections of the settings file.
 * Those of controls of shared things hold for everything; those of controls of single services can
 * differ from service to service.
 */
public record CostSettings(
    @Setting("COST-01: services that nothing uses") StopIdleServices.Settings stopIdleServices,
    @Setting("COST-01: CPU and memory of tasks") RightSizeTasks.Settings rightSizeTasks,
    @Setting("COST-10: hours of the week in which nothing uses a service")
        StopOffHours.Settings stopOffHours,
    @Setting("COST-03: a number of tasks that follows the load")
        ScaleAutomatically.Settings scaleAutomatically,
    @Setting("COST-01: the same tasks on ARM") MoveToArm.Settings moveToArm,
    @Setting("COST-02: Fargate tasks on Spot") UseFargateSpot.Settings useFargateSpot,
    @Setting("COST-04: tasks on Spot instances") UseInstanceSpot.Settings useInstanceSpot,
    @Setting("COST-06: fewer or cheaper instances for the same tasks")
        PackInstances.Settings packInstances,
    @Setting("COST-09: load balancers, target groups and volumes that could go")
        ShareLoadBalancers.Settings shareLoadBalancers,
    @Setting("COST-05: images that could go or are large") TidyImages.Settings tidyImages,
    @Setting("COST-07: Savings Plans and reservations") CommitToUsage.Settings commitToUsage,
    @Setting("COST-08: alerts, anomalies and forecasts of costs") WatchCosts.Settings watchCosts) {

  /** Sections of the controls of what services share; they hold for everything. */
  public static final Set<String> SHARED =
      Set.of(
          "pack-instances",
          "share-load-balancers",
          "tidy-images",
          "commit-to-usage",
          "watch-costs");

  /** What holds where the user says nothing. */
  public static CostSettings defaults() {
    return new CostSettings(
        StopIdleServices.Settings.defaults(),
        RightSizeTasks.Settings.defaults(),
        StopOffHours.Settings.defaults(),
        ScaleAutomatically.Settings.defaults(),
        MoveToArm.Settings.defaults(),
        UseFargateSpot.Settings.defaults(),
        UseInstanceSpot.Settings.defaults(),
        PackInstances.Settings.defaults(),
        ShareLoadBalancers.Settings.defaults(),
        TidyImages.Settings.defaults(),
        CommitToUsage.Settings.defaults(),
        WatchCosts.Settings.defaults());
  }
}
