package ecsadvisor.models.packing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An instance type that tasks can be placed on, as many as are wanted.
 *
 * @param name such as {@code m5.2xlarge}
 * @param cpuUnits CPU units that tasks may reserve
 * @param memoryMiB memory that tasks may reserve
 * @param gpus GPUs
 * @param networkInterfaces tasks with a network interface of their own that it can run
 * @param takenPorts ports of the host that are taken already
 * @param price what one costs, in any unit of money and time; more than 0
 */
public record BinType(
    String name,
    int cpuUnits,
    int memoryMiB,
    int gpus,
    int networkInterfaces,
    List<Integer> takenPorts,
    double price) {
  public BinType {
    if (!(price > 0 && price < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("Price of " + name + " must be positive, not " + price);
    }
    takenPorts = List.copyOf(new TreeSet<>(takenPorts));
  }

  /** What is left for others once each of these runs on every instance; null where they exceed. */
  public @Nullable BinType lessDaemons(Collection<TaskShape> daemons) {
    int cpu = cpuUnits;
    int memory = memoryMiB;
    int gpu = gpus;
    int interfaces = networkInterfaces;
    List<Integer> ports = new ArrayList<>(takenPorts);
    for (TaskShape daemon : daemons) {
      if (!daemon.allowedTypes().isEmpty() && !daemon.allowedTypes().contains(name)) {
        continue;
      }
      cpu -= daemon.cpuUnits();
      memory -= daemon.memoryMiB();
      gpu -= daemon.gpus();
      interfaces -= daemon.networkInterface() ? 1 : 0;
      ports.addAll(daemon.hostPorts());
    }
    if (cpu < 0 || memory < 0 || gpu < 0 || interfaces < 0) {
      return null;
    }
    return new BinType(name, cpu, memory, gpu, interfaces, ports, price);
  }
}
