package ecsadvisor.models.packing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A packing problem in numbers. Shapes that differ in name only are one item, and everything is in
 * one order, so that the order of the input does not matter.
 *
 * <p>Resources are CPU, memory, network interfaces, GPUs, and one of amount 1 for each host port
 * that two items have in common.
 */
final class Problem {
  /** How near a bound must come where costs are no whole multiples, as a share. */
  private static final double TOLERANCE = 1e-3;

  /** The shapes behind each item, by name. */
  final List<List<TaskShape>> shapes;

  /** The types, cheapest first. */
  final List<BinType> types;

  /** Amount of each resource that an item takes. */
  final int[][] size;

  /** Amount of each resource that a type has. */
  final int[][] capacity;

  /** Price of each type. */
  final double[] price;

  /** Number of each item. */
  final int[] demand;

  /** Most of each item that an empty instance of each type can take. */
  final int[][] most;

  /** Shapes that fit on no type. */
  final List<TaskShape> unplaced;

  private final boolean isUniform;

  private Problem(List<List<TaskShape>> shapes, List<BinType> types, List<TaskShape> unplaced) {
    this.shapes = shapes;
    this.types = types;
    this.unplaced = unplaced;
    List<Integer> ports = sharedPorts(shapes);
    this.size = shapes.stream().map(shape -> amounts(shape.get(0), ports)).toArray(int[][]::new);
    this.capacity = types.stream().map(type -> amounts(type, ports)).toArray(int[][]::new);
    this.price = types.stream().mapToDouble(BinType::price).toArray();
    this.isUniform = isUniform(price);
    this.demand =
        shapes.stream()
            .mapToInt(group -> group.stream().mapToInt(TaskShape::count).sum())
            .toArray();
    this.most = new int[types.size()][shapes.size()];
    for (int t = 0; t < types.size(); t++) {
      for (int i = 0; i < shapes.size(); i++) {
        most[t][i] = Math.min(demand[i], most(shapes.get(i).get(0), types.get(t)));
      }
    }
  }

  static Problem of(List<TaskShape> tasks, List<BinType> binTypes) {
    List<BinType> types = new ArrayList<>(binTypes);
    types.sort(Comparator.comparingDouble(BinType::price).thenComparing(BinType::name));
    List<TaskShape> unplaced = new ArrayList<>();
    Map<String, List<TaskShape>> groups = new TreeMap<>();
    List<TaskShape> ordered = new ArrayList<>(tasks);
    ordered.sort(Comparator.comparing(TaskShape::name));
    for (TaskShape shape : ordered) {
      if (shape.count() == 0) {
        continue;
      }
      if (types.stream().noneMatch(type -> most(shape, type) > 0)) {
        unplaced.add(shape);
        continue;
      }
      groups.computeIfAbsent(key(shape), key -> new ArrayList<>()).add(shape);
    }
    List<List<TaskShape>> shapes = new ArrayList<>(groups.values());
    shapes.sort(
        Comparator.comparingLong((List<TaskShape> group) -> volume(group.get(0)))
            .reversed()
            .thenComparing(group -> key(group.get(0))));
    return new Problem(shapes, types, unplaced);
  }

  int items() {
    return demand.length;
  }

  int resources() {
    return items() == 0 ? 0 : size[0].length;
  }

  /**
   * A lower bound on the cost, rounded up where every price is a whole multiple of the lowest, as
   * then every cost is.
   */
  double rounded(double bound) {
    return isUniform ? price[0] * Math.ceil(bound / price[0] - 1e-6) : bound * (1 - 1e-9);
  }

  /** Whether a bound can hardly come nearer to that cost. */
  boolean isClose(double bound, double cost) {
    return isUniform
        ? rounded(bound) >= rounded(cost) * (1 - 1e-9)
        : bound >= cost * (1 - TOLERANCE);
  }

  private static boolean isUniform(double[] price) {
    for (double other : price) {
      double multiple = other / price[0];
      if (Math.abs(multiple - Math.rint(multiple)) > 1e-9 * multiple) {
        return false;
      }
    }
    return true;
  }

  /** Whether so many of each item fit on a type. */
  boolean holds(int type, int[] counts) {
    int[] left = capacity[type].clone();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > most[type][i]) {
        return false;
      }
      for (int k = 0; counts[i] > 0 && k < left.length; k++) {
        left[k] -= counts[i] * size[i][k];
        if (left[k] < 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static long volume(TaskShape shape) {
    return 2L * shape.cpuUnits() + shape.memoryMiB();
  }

  private static String key(TaskShape shape) {
    String alone = shape.apart() ? shape.name() : "";
    return "%09d %09d %03d %b %s %s %s"
        .formatted(
            shape.cpuUnits(),
            shape.memoryMiB(),
            shape.gpus(),
            shape.networkInterface(),
            shape.hostPorts(),
            shape.allowedTypes(),
            alone);
  }

  private static List<Integer> sharedPorts(List<List<TaskShape>> shapes) {
    TreeSet<Integer> once = new TreeSet<>();
    TreeSet<Integer> shared = new TreeSet<>();
    for (List<TaskShape> group : shapes) {
      for (Integer port : group.get(0).hostPorts()) {
        if (!once.add(port)) {
          shared.add(port);
        }
      }
    }
    return List.copyOf(shared);
  }

  private static int[] amounts(TaskShape shape, List<Integer> ports) {
    int[] amounts = new int[4 + ports.size()];
    amounts[0] = shape.cpuUnits();
    amounts[1] = shape.memoryMiB();
    amounts[2] = shape.networkInterface() ? 1 : 0;
    amounts[3] = shape.gpus();
    for (int k = 0; k < ports.size(); k++) {
      amounts[4 + k] = shape.hostPorts().contains(ports.get(k)) ? 1 : 0;
    }
    return amounts;
  }

  private static int[] amounts(BinType type, List<Integer> ports) {
    int[] amounts = new int[4 + ports.size()];
    amounts[0] = type.cpuUnits();
    amounts[1] = type.memoryMiB();
    amounts[2] = type.networkInterfaces();
    amounts[3] = type.gpus();
    for (int k = 0; k < ports.size(); k++) {
      amounts[4 + k] = 1;
    }
    return amounts;
  }

  private static int most(TaskShape shape, BinType type) {
    if (!shape.allowedTypes().isEmpty() && !shape.allowedTypes().contains(type.name())) {
      return 0;
    }
    for (Integer port : shape.hostPorts()) {
      if (type.takenPorts().contains(port)) {
        return 0;
      }
    }
    int most = shape.apart() || !shape.hostPorts().isEmpty() ? 1 : Integer.MAX_VALUE;
    most = Math.min(most, fits(type.cpuUnits(), shape.cpuUnits()));
    most = Math.min(most, fits(type.memoryMiB(), shape.memoryMiB()));
    most = Math.min(most, fits(type.gpus(), shape.gpus()));
    return Math.min(most, fits(type.networkInterfaces(), shape.networkInterface() ? 1 : 0));
  }

  private static int fits(int capacity, int size) {
    return size == 0 ? Integer.MAX_VALUE : Math.max(0, capacity) / size;
  }
}
