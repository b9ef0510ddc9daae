package ecsadvisor.models.cost;

import ecsadvisor.models.cost.packing.JudgedPools;
import ecsadvisor.models.cost.packing.PackingAdvice;
import ecsadvisor.models.price.InstancePrices;
import ecsadvisor.models.setting.Setting;
import java.util.List;

/**
 * Could the same tasks run on fewer or cheaper EC2 instances?
 *
 * <p>For each capacity provider of a cluster the tasks at their peak are packed, zone by zone, with
 * every limit that ECS places by. What the packed instances with their headroom cost less than the
 * present ones is the saving:
 *
 * <pre>
 *   saving = cost now - (packed + spare per zone + room for a deployment)
 * </pre>
 *
 * It is told apart by cause: instances without tasks, placement on the types in use, and other
 * instance types. Smaller tasks count here and nowhere else, as only an instance that goes saves
 * money. Silent on Fargate and on Managed Instances, which AWS packs itself.
 */
public final class PackInstances implements FleetControl {
  private final Settings settings;
  private final InstancePrices prices;

  public PackInstances(Settings settings, InstancePrices prices) {
    this.settings = settings;
    this.prices = prices;
  }

  /** The thresholds. */
  public record Settings(
      @Setting(
              "Least saving of a capacity provider a month, in the bill's currency, that is worth"
                  + " a change")
          double minimumMonthlySaving,
      @Setting("Least saving as a share of the capacity provider's cost, 0..1")
          double minimumSavingShare,
      @Setting("Share of the cost that other instance types must save beyond those in use, 0..1")
          double mixGainShare,
      @Setting("Most instance types that a capacity provider is proposed") int mostInstanceTypes,
      @Setting("Families from which other instance types are proposed")
          List<String> instanceFamilies,
      @Setting("Fewest virtual CPUs of an instance type that is proposed") int smallestVcpus,
      @Setting("Most virtual CPUs of an instance type that is proposed") int largestVcpus,
      @Setting(
              "Memory that tasks find on an instance as a share of the nominal one, 0..1, where"
                  + " the inventory does not say")
          double registeredMemoryShare,
      @Setting("Spare instances per availability zone, for the loss of one")
          int spareInstancesPerZone,
      @Setting(
              "Share of a service's tasks that a deployment must have room to add at a time,"
                  + " percent")
          int deploymentSurgePercent,
      @Setting("Discount of Spot against on demand, 0..1, for the costs under each set of levers")
          double spotDiscount,
      @Setting(
              "Whether tasks that are privileged or in their host's network may share instances"
                  + " with other owners' tasks")
          boolean coLocatePrivileged) {
    public Settings {
      instanceFamilies = List.copyOf(instanceFamilies);
      if (!(minimumMonthlySaving >= 0 && minimumMonthlySaving < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "minimumMonthlySaving must be at least 0, not " + minimumMonthlySaving);
      }
      share("minimumSavingShare", minimumSavingShare);
      share("mixGainShare", mixGainShare);
      atLeast("mostInstanceTypes", mostInstanceTypes, 1);
      atLeast("smallestVcpus", smallestVcpus, 1);
      atLeast("largestVcpus", largestVcpus, smallestVcpus);
      share("registeredMemoryShare", registeredMemoryShare);
      atLeast("spareInstancesPerZone", spareInstancesPerZone, 0);
      atLeast("deploymentSurgePercent", deploymentSurgePercent, 0);
      share("spotDiscount", spotDiscount);
    }

    public static Settings defaults() {
      return new Settings(
          20,
          0.05,
          0.05,
          2,
          List.of(
              "m6i", "m6a", "m7i", "c6i", "c6a", "c7i", "r6i", "r6a", "r7i", "m7g", "c7g", "r7g",
              "m8g", "c8g", "r8g"),
          2,
          32,
          0.925,
          1,
          25,
          0.6,
          false);
    }

    private static void share(String name, double value) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException(name + " must be within 0..1, not " + value);
      }
    }

    private static void atLeast(String name, int value, int least) {
      if (value < least) {
        throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
      }
    }
  }

  @Override
  public String id() {
    return "COST-06";
  }

  @Override
  public FleetAdvice advise(Fleet fleet) {
    return plan(fleet).advice();
  }

  /** The advice with the figures of every pool. */
  public PackingAdvice plan(Fleet fleet) {
    return JudgedPools.of(fleet, prices, settings);
  }
}
