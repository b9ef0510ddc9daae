package ecsadvisor.models.ledger;

import java.util.Set;

/** What is known of an action by its extended action word. */
public enum ActionKind {
  RIGHT_SIZE(SavingUnit.TASK_HOUR, Disruption.RESTART),
  MOVE_TO_ARM(SavingUnit.TASK_HOUR, Disruption.RESTART),
  USE_SPOT(SavingUnit.TASK_HOUR, Disruption.CAPACITY),
  SCALE(SavingUnit.DAY, Disruption.RULES),
  SCHEDULE(SavingUnit.DAY, Disruption.RULES),
  STOP(SavingUnit.DAY, Disruption.REMOVAL),
  DELETE(SavingUnit.DAY, Disruption.REMOVAL),
  MERGE_BALANCERS(SavingUnit.DAY, Disruption.CAPACITY),
  PACK(SavingUnit.RESERVED_VCPU_HOUR, Disruption.CAPACITY),
  CLEAN_IMAGES(SavingUnit.DAY, Disruption.NONE),
  COMMIT(SavingUnit.NONE, Disruption.PURCHASE),
  WATCH(SavingUnit.NONE, Disruption.NONE),
  /** A word that is not known: taken for a change that replaces tasks and cannot be measured. */
  OTHER(SavingUnit.NONE, Disruption.RESTART);

  private final SavingUnit unit;
  private final Disruption disruption;

  ActionKind(SavingUnit unit, Disruption disruption) {
    this.unit = unit;
    this.disruption = disruption;
  }

  /** The kind of an extended action word. */
  public static ActionKind of(String word) {
    return switch (word) {
      case "Rightsize", "Upsize" -> RIGHT_SIZE;
      case "MigrateToArm" -> MOVE_TO_ARM;
      case "MigrateToFargateSpot", "MigrateToEc2Spot" -> USE_SPOT;
      case "AutoScale", "TuneScaling" -> SCALE;
      case "Schedule" -> SCHEDULE;
      case "Stop" -> STOP;
      case "Delete",
          "DeleteIdleLoadBalancer",
          "DeleteOrphanTargetGroup",
          "DeleteUnattachedVolume" ->
          DELETE;
      case "MergeLoadBalancers" -> MERGE_BALANCERS;
      case "ConsolidateInstances" -> PACK;
      case "OptimizeImages" -> CLEAN_IMAGES;
      case "PurchaseSavingsPlans", "PurchaseReservedInstances" -> COMMIT;
      case "EnableCostMonitoring" -> WATCH;
      default -> OTHER;
    };
  }

  /** What its saving is counted by. */
  public SavingUnit unit() {
    return unit;
  }

  /** What it does to what runs. */
  public Disruption disruption() {
    return disruption;
  }

  /** What it is meant to change, so that a change of it is no surprise. */
  Set<Aspect> changes() {
    return switch (this) {
      case RIGHT_SIZE -> Set.of(Aspect.SIZE);
      case MOVE_TO_ARM -> Set.of(Aspect.ARCHITECTURE, Aspect.LIST_PRICE);
      case USE_SPOT -> Set.of(Aspect.SPOT_SHARE);
      case PACK -> Set.of(Aspect.LIST_PRICE);
      case COMMIT -> Set.of(Aspect.COMMITMENT_COVERAGE);
      case SCALE, SCHEDULE, STOP, DELETE, MERGE_BALANCERS, CLEAN_IMAGES, WATCH, OTHER -> Set.of();
    };
  }
}
