package ecsadvisor.models.cost;

import ecsadvisor.models.price.TaskSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sizes that a task on EC2 may be given. ECS takes any whole number there, so the steps are our
 * own, small beside the size: an eighth of the next lower power of two, at least 64 CPU units and
 * 64 MiB. The grid reaches from the need to four times the need.
 */
final class Ec2Sizes {
  private static final int SMALLEST_STEP = 64;

  private Ec2Sizes() {}

  /**
   * The grid, with the present size.
   *
   * @param vcpu CPU need
   * @param memoryMiB memory need
   */
  static List<TaskSize> around(TaskSize present, double vcpu, double memoryMiB) {
    List<TaskSize> sizes = new ArrayList<>();
    for (int cpu : steps(vcpu * 1024, present.cpuUnits())) {
      for (int memory : steps(memoryMiB, present.memoryMiB())) {
        sizes.add(new TaskSize(cpu, memory));
      }
    }
    return sizes;
  }

  private static Set<Integer> steps(double need, int present) {
    Set<Integer> steps = new TreeSet<>();
    steps.add(present);
    double last = Math.max(4 * need, SMALLEST_STEP);
    int value = SMALLEST_STEP;
    while (value <= last) {
      if (value >= need) {
        steps.add(value);
      }
      value += Math.max(SMALLEST_STEP, Integer.highestOneBit(value) / 8);
    }
    steps.add(value);
    return steps;
  }
}
