package ecsadvisor.models.cost.packing;

import ecsadvisor.models.packing.BinType;
import ecsadvisor.models.packing.PackedBin;
import ecsadvisor.models.packing.TaskShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Instances that a zone needs beside those that its tasks fill: so that the tasks of any one lost
 * instance find room on the others, and so that the deployment of any one service does.
 *
 * @param type the type of both
 * @param spares instances for the loss of one; 0 where the others have room
 * @param deployments further ones for deployments
 */
record Headroom(BinType type, int spares, int deployments) {
  private static final int MOST_BINS_TO_TRY = 300;

  /**
   * What a packed zone needs.
   *
   * @param bins its instances; at least one
   * @param shapes its tasks
   * @param surges for each service the tasks that a deployment adds
   * @param wanted spare instances where the others have no room
   */
  static Headroom of(
      List<PackedBin> bins, List<TaskShape> shapes, List<TaskShape> surges, int wanted) {
    Map<String, TaskShape> byName = new HashMap<>();
    shapes.forEach(shape -> byName.put(shape.name(), shape));
    List<BinType> types =
        new LinkedHashSet<>(bins.stream().map(PackedBin::type).toList())
            .stream()
                .sorted(
                    Comparator.comparingDouble(BinType::price)
                        .reversed()
                        .thenComparing(BinType::name))
                .toList();
    BinType type = types.get(0);
    int spares = wanted;
    if (wanted > 0 && bins.size() <= MOST_BINS_TO_TRY) {
      if (survives(bins, byName, null)) {
        spares = 0;
      } else {
        for (BinType candidate : types) {
          if (survives(bins, byName, candidate)) {
            type = candidate;
            break;
          }
        }
      }
    }
    return new Headroom(type, spares, deployments(bins, byName, surges, type, spares));
  }

  int instances() {
    return spares + deployments;
  }

  private static boolean survives(
      List<PackedBin> bins, Map<String, TaskShape> shapes, @Nullable BinType spare) {
    LinkedHashSet<PackedBin> different = new LinkedHashSet<>(bins);
    for (PackedBin lost : different) {
      List<Room> rooms = new ArrayList<>();
      boolean isGone = false;
      for (PackedBin bin : bins) {
        if (!isGone && bin.equals(lost)) {
          isGone = true;
          continue;
        }
        rooms.add(new Room(bin, shapes));
      }
      if (spare != null) {
        rooms.add(new Room(spare));
      }
      for (Map.Entry<String, Integer> entry : lost.tasks().entrySet()) {
        TaskShape shape = Objects.requireNonNull(shapes.get(entry.getKey()));
        if (place(rooms, shape, entry.getValue()) > 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static int deployments(
      List<PackedBin> bins,
      Map<String, TaskShape> shapes,
      List<TaskShape> surges,
      BinType type,
      int spares) {
    int most = 0;
    for (TaskShape surge : surges) {
      if (!shapes.containsKey(surge.name())) {
        continue;
      }
      List<Room> rooms = new ArrayList<>();
      bins.forEach(bin -> rooms.add(new Room(bin, shapes)));
      for (int n = 0; n < spares; n++) {
        rooms.add(new Room(type));
      }
      int left = place(rooms, surge, surge.count());
      int further = 0;
      while (left > 0) {
        List<Room> fresh = List.of(new Room(type));
        int after = place(fresh, surge, left);
        if (after == left) {
          break;
        }
        left = after;
        further++;
      }
      most = Math.max(most, further);
    }
    return most;
  }

  /** Places as many as fit; how many are left. */
  private static int place(List<Room> rooms, TaskShape shape, int count) {
    int left = count;
    for (Room room : rooms) {
      while (left > 0 && room.take(shape)) {
        left--;
      }
    }
    return left;
  }

  /** What is free on an instance. */
  private static final class Room {
    private final BinType type;
    private int cpuUnits;
    private int memoryMiB;
    private int gpus;
    private int interfaces;
    private final List<Integer> ports;
    private final List<String> names = new ArrayList<>();
    private String group = "";

    Room(BinType type) {
      this.type = type;
      this.cpuUnits = type.cpuUnits();
      this.memoryMiB = type.memoryMiB();
      this.gpus = type.gpus();
      this.interfaces = type.networkInterfaces();
      this.ports = new ArrayList<>(type.takenPorts());
    }

    Room(PackedBin bin, Map<String, TaskShape> shapes) {
      this(bin.type());
      bin.tasks()
          .forEach(
              (name, count) -> {
                TaskShape shape = Objects.requireNonNull(shapes.get(name));
                cpuUnits -= count * shape.cpuUnits();
                memoryMiB -= count * shape.memoryMiB();
                gpus -= count * shape.gpus();
                interfaces -= shape.networkInterface() ? count : 0;
                ports.addAll(shape.hostPorts());
                names.add(name);
                group = shape.group();
              });
    }

    boolean take(TaskShape shape) {
      int own = shape.networkInterface() ? 1 : 0;
      boolean fits =
          cpuUnits >= shape.cpuUnits()
              && memoryMiB >= shape.memoryMiB()
              && gpus >= shape.gpus()
              && interfaces >= own
              && (names.isEmpty() || group.equals(shape.group()))
              && (!shape.apart() || !names.contains(shape.name()))
              && (shape.allowedTypes().isEmpty() || shape.allowedTypes().contains(type.name()))
              && shape.hostPorts().stream().noneMatch(ports::contains);
      if (fits) {
        cpuUnits -= shape.cpuUnits();
        memoryMiB -= shape.memoryMiB();
        gpus -= shape.gpus();
        interfaces -= own;
        ports.addAll(shape.hostPorts());
        names.add(shape.name());
        group = shape.group();
      }
      return fits;
    }
  }
}
