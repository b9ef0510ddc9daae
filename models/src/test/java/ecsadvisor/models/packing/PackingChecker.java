package ecsadvisor.models.packing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks a packing by the definition of the problem alone, sharing no code with the packer. */
final class PackingChecker {
  private PackingChecker() {}

  /** Every task on exactly one instance, no instance beyond any limit, cost not below the bound. */
  static void check(List<TaskShape> tasks, List<BinType> types, Packing packing) {
    Map<String, TaskShape> shapes = new HashMap<>();
    Map<String, Integer> open = new HashMap<>();
    for (TaskShape shape : tasks) {
      shapes.put(shape.name(), shape);
      open.put(shape.name(), shape.count());
    }
    double cost = 0;
    for (PackedBin bin : packing.bins()) {
      assertTrue(types.contains(bin.type()), "unknown type");
      cost += bin.type().price();
      checkBin(shapes, bin);
      bin.tasks().forEach((name, count) -> open.merge(name, -count, Integer::sum));
    }
    packing.unplaced().forEach(shape -> open.merge(shape.name(), -shape.count(), Integer::sum));
    open.forEach((name, count) -> assertEquals(0, count, name + " is not placed just once"));
    assertEquals(cost, packing.cost(), 1e-6 * (1 + cost), "cost");
    assertTrue(packing.lowerBound() <= packing.cost() + 1e-9, "bound above cost");
    assertTrue(packing.lowerBound() >= 0, "bound below 0");
  }

  private static void checkBin(Map<String, TaskShape> shapes, PackedBin bin) {
    long cpu = 0;
    long memory = 0;
    long gpus = 0;
    long interfaces = 0;
    Set<Integer> ports = new HashSet<>(bin.type().takenPorts());
    for (Map.Entry<String, Integer> entry : bin.tasks().entrySet()) {
      TaskShape shape = Objects.requireNonNull(shapes.get(entry.getKey()));
      int count = entry.getValue();
      cpu += (long) count * shape.cpuUnits();
      memory += (long) count * shape.memoryMiB();
      gpus += (long) count * shape.gpus();
      interfaces += shape.networkInterface() ? count : 0;
      assertTrue(!shape.apart() || count == 1, "two of a service that is to be apart");
      for (int n = 0; n < count; n++) {
        shape.hostPorts().forEach(port -> assertTrue(ports.add(port), "port taken twice"));
      }
      assertTrue(
          shape.allowedTypes().isEmpty() || shape.allowedTypes().contains(bin.type().name()),
          "type not allowed");
    }
    assertTrue(cpu <= bin.type().cpuUnits(), "CPU");
    assertTrue(memory <= bin.type().memoryMiB(), "memory");
    assertTrue(gpus <= bin.type().gpus(), "GPUs");
    assertTrue(interfaces <= bin.type().networkInterfaces(), "network interfaces");
  }

  /** Number of instances by type. */
  static Map<String, Long> instances(Packing packing) {
    return packing.bins().stream()
        .collect(Collectors.groupingBy(bin -> bin.type().name(), Collectors.counting()));
  }
}
