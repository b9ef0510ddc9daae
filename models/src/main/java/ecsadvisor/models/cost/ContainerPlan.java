package ecsadvisor.models.cost;

import ecsadvisor.models.fact.Container;
import ecsadvisor.models.fact.TaskDefinition;
import ecsadvisor.models.finding.ContainerProposal;
import ecsadvisor.models.price.TaskSize;
import ecsadvisor.models.stats.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the containers of a task share another task size.
 *
 * <p>A single container follows the task. Several containers with metrics of their own share CPU
 * and memory in proportion to what each needs; without metrics CPU is shared as before, and memory
 * limits stay, so the task keeps at least their sum. Only values that the definition sets are
 * changed; a hard limit never falls below a soft one, and never rises above the task's memory.
 */
final class ContainerPlan {
  private final TaskDefinition definition;
  private final TaskSize present;
  private final List<ContainerNeed> needs;
  private final double[] memoryNeeds;
  private final boolean hasMemory;

  /**
   * @param needs one per container
   * @param memoryNeeds memory that each container must get, in MiB; NaN without metrics
   */
  ContainerPlan(
      TaskDefinition definition,
      TaskSize present,
      List<ContainerNeed> needs,
      double[] memoryNeeds) {
    this.definition = definition;
    this.present = present;
    this.needs = needs;
    this.memoryNeeds = memoryNeeds;
    boolean known = true;
    for (double need : memoryNeeds) {
      known &= !Double.isNaN(need);
    }
    this.hasMemory = known;
  }

  /** Memory that the task needs for its containers' limits, in MiB. */
  double memoryFloorMiB() {
    int reserved = 0;
    int hardest = 0;
    for (Container container : definition.containers()) {
      reserved += TaskReservation.memoryMiB(container);
      Integer hard = container.memoryMiB();
      hardest = Math.max(hardest, hard == null ? 0 : hard);
    }
    if (definition.containers().size() < 2 || reserved == 0) {
      return 0;
    }
    if (hasMemory) {
      double sum = 0;
      for (double need : memoryNeeds) {
        sum += Math.ceil(need);
      }
      return sum;
    }
    return definition.memoryMiB() == null ? present.memoryMiB() : Math.max(reserved, hardest);
  }

  /** The containers as they would be defined at that task size. */
  List<Container> resized(TaskSize size) {
    List<Container> old = definition.containers();
    int[] cpu = cpuUnits(size);
    int[] memory = memoryMiB(size);
    List<Container> resized = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      Container container = old.get(i);
      Integer hard = container.memoryMiB();
      Integer soft = container.memoryReservationMiB();
      if (soft != null) {
        soft = memory[i];
        hard = hard == null ? null : Integer.valueOf(Math.max(Math.min(hard, cap(size)), soft));
      } else if (hard != null) {
        hard = memory[i];
      }
      resized.add(
          new Container(
              container.name(),
              container.image(),
              container.cpuUnits() == 0 && present.cpuUnits() > 0 ? 0 : cpu[i],
              hard,
              soft,
              container.essential(),
              container.jvm(),
              container.runtime()));
    }
    return resized;
  }

  /** What changes from the present containers to those, leaving out containers that stay. */
  List<ContainerProposal> proposals(List<Container> resized) {
    List<ContainerProposal> proposals = new ArrayList<>();
    for (int i = 0; i < resized.size(); i++) {
      Container old = definition.containers().get(i);
      Container next = resized.get(i);
      if (!old.equals(next)) {
        proposals.add(
            new ContainerProposal(
                next.name(),
                old.cpuUnits() == next.cpuUnits() ? null : Integer.valueOf(next.cpuUnits()),
                changed(old.memoryMiB(), next.memoryMiB()),
                changed(old.memoryReservationMiB(), next.memoryReservationMiB())));
      }
    }
    return proposals;
  }

  private static @Nullable Integer changed(@Nullable Integer old, @Nullable Integer next) {
    return Objects.equals(old, next) ? null : next;
  }

  private int cap(TaskSize size) {
    return definition.memoryMiB() == null ? Integer.MAX_VALUE : size.memoryMiB();
  }

  private int[] cpuUnits(TaskSize size) {
    double[] weights = new double[needs.size()];
    int reserved = 0;
    boolean known = true;
    for (int i = 0; i < weights.length; i++) {
      int units = needs.get(i).container().cpuUnits();
      reserved += units;
      known &= (units == 0 && present.cpuUnits() > 0) || !Double.isNaN(needs.get(i).vcpu());
    }
    for (int i = 0; i < weights.length; i++) {
      int units = needs.get(i).container().cpuUnits();
      weights[i] =
          units == 0 && present.cpuUnits() > 0
              ? 0
              : known ? Math.max(needs.get(i).vcpu(), 1e-6) : units;
    }
    int total =
        definition.cpuUnits() == null
            ? size.cpuUnits()
            : Math.min(
                size.cpuUnits(),
                (int) Math.round((double) reserved * size.cpuUnits() / present.cpuUnits()));
    return Shares.split(total, weights);
  }

  private int[] memoryMiB(TaskSize size) {
    int count = needs.size();
    boolean perTask = definition.memoryMiB() != null;
    if (count == 1) {
      return new int[] {size.memoryMiB()};
    }
    if (hasMemory) {
      return Shares.split(size.memoryMiB(), memoryNeeds);
    }
    double[] reserved = new double[count];
    for (int i = 0; i < count; i++) {
      reserved[i] = TaskReservation.memoryMiB(needs.get(i).container());
    }
    if (!perTask) {
      return Shares.split(size.memoryMiB(), reserved);
    }
    int[] kept = new int[count];
    for (int i = 0; i < count; i++) {
      kept[i] = (int) reserved[i];
    }
    return kept;
  }
}
