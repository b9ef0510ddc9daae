package ecsadvisor.models.packing;

import java.util.List;
import java.util.TreeSet;

/**
 * Equal tasks to be placed.
 *
 * @param name what they are called in the result; unique within a problem
 * @param cpuUnits CPU units that each reserves
 * @param memoryMiB memory that each reserves
 * @param gpus GPUs that each takes
 * @param networkInterface whether each needs a network interface of its own (awsvpc)
 * @param hostPorts fixed ports of the instance that each takes, so that two with a port in common
 *     exclude each other
 * @param apart whether an instance may run only one of them (distinctInstance)
 * @param allowedTypes instance types on which they may run; empty for all
 * @param count how many there are
 * @param group whom they share instances with: only tasks of the same group run on one
 */
public record TaskShape(
    String name,
    int cpuUnits,
    int memoryMiB,
    int gpus,
    boolean networkInterface,
    List<Integer> hostPorts,
    boolean apart,
    List<String> allowedTypes,
    int count,
    String group) {
  /** Tasks that share instances with all others that have no group. */
  public TaskShape(
      String name,
      int cpuUnits,
      int memoryMiB,
      int gpus,
      boolean networkInterface,
      List<Integer> hostPorts,
      boolean apart,
      List<String> allowedTypes,
      int count) {
    this(
        name,
        cpuUnits,
        memoryMiB,
        gpus,
        networkInterface,
        hostPorts,
        apart,
        allowedTypes,
        count,
        "");
  }

  public TaskShape {
    if (cpuUnits < 0 || memoryMiB < 0 || gpus < 0 || count < 0) {
      throw new IllegalArgumentException(
          "A task shape has no negative figures: %d CPU units, %d MiB, %d GPUs, %d tasks"
              .formatted(cpuUnits, memoryMiB, gpus, count));
    }
    hostPorts = List.copyOf(new TreeSet<>(hostPorts));
    allowedTypes = List.copyOf(new TreeSet<>(allowedTypes));
  }

  /** Tasks without constraints of their own. */
  public static TaskShape of(String name, int cpuUnits, int memoryMiB, int count) {
    return new TaskShape(name, cpuUnits, memoryMiB, 0, false, List.of(), false, List.of(), count);
  }

  /** The same tasks, but so many of them. */
  public TaskShape times(int other) {
    return new TaskShape(
        name,
        cpuUnits,
        memoryMiB,
        gpus,
        networkInterface,
        hostPorts,
        apart,
        allowedTypes,
        other,
        group);
  }
}
