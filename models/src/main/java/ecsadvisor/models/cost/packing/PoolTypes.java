package ecsadvisor.models.cost.packing;

import ecsadvisor.models.cost.PackInstances;
import ecsadvisor.models.fact.ContainerInstance;
import ecsadvisor.models.fact.InstanceTypeFacts;
import ecsadvisor.models.fact.Platform;
import ecsadvisor.models.fact.Tag;
import ecsadvisor.models.price.InstancePrices;
import ecsadvisor.models.price.InstanceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The instance types that a pool could be made of: those in use, others of their families, and
 * those of the families in the settings that have the same architecture, unless another of them has
 * as much of everything for less. Where the settings name no family, those in use only.
 *
 * <p>What tasks find on a type in use is what its instances have registered; on another one the CPU
 * of the price file and a share of the nominal memory, as agent and system keep some for
 * themselves.
 */
final class PoolTypes {
  private static final String TYPE = "ecs.instance-type";
  private static final String ZONE = "ecs.availability-zone";
  private static final String ARCHITECTURE = "ecs.cpu-architecture";
  private static final int INTERFACES_WHERE_UNKNOWN = 120;

  private final TreeMap<String, Room> rooms = new TreeMap<>();
  private final TreeSet<String> inUse = new TreeSet<>();
  private final TreeSet<String> familiesInUse = new TreeSet<>();
  private final Map<String, String> shared;

  /**
   * What tasks find on a type.
   *
   * @param architecture x86_64 or arm64; empty where not known
   */
  record Room(
      String type, int cpuUnits, int memoryMiB, int gpus, int interfaces, String architecture) {
    private boolean holds(Room other) {
      return cpuUnits >= other.cpuUnits
          && memoryMiB >= other.memoryMiB
          && gpus >= other.gpus
          && interfaces >= other.interfaces
          && architecture.equals(other.architecture);
    }
  }

  PoolTypes(
      Pool pool,
      List<InstanceTypeFacts> inventory,
      InstancePrices book,
      PoolPrices prices,
      PackInstances.Settings settings) {
    this.shared = sharedAttributes(pool);
    boolean trunking = hasTrunking(pool, book);
    for (ContainerInstance instance : pool.instances()) {
      Room room = registered(instance, trunking, inventory, book);
      rooms.merge(room.type(), room, PoolTypes::lesser);
      inUse.add(room.type());
      familiesInUse.add(InstanceType.family(room.type()));
    }
    if (hasOwnTypesOnly(pool)) {
      return;
    }
    TreeSet<String> architectures = new TreeSet<>();
    rooms.values().forEach(room -> architectures.add(room.architecture()));
    List<Room> others = new ArrayList<>();
    TreeSet<String> families = new TreeSet<>(settings.instanceFamilies());
    if (!families.isEmpty()) {
      families.addAll(familiesInUse);
    }
    for (InstanceType type : book.ofFamilies(families)) {
      if (!inUse.contains(type.name())
          && architectures.contains(type.architecture())
          && type.vcpus() >= settings.smallestVcpus()
          && type.vcpus() <= settings.largestVcpus()) {
        others.add(nominal(type, trunking, settings));
      }
    }
    for (Room room : others) {
      boolean isOfFamilyInUse = familiesInUse.contains(InstanceType.family(room.type()));
      if (isOfFamilyInUse || !isDominated(room, others, prices)) {
        rooms.put(room.type(), room);
      }
    }
  }

  List<String> inUse() {
    return List.copyOf(inUse);
  }

  /** Types of the families in use, which the commitments for these cover. */
  List<String> ofFamiliesInUse() {
    return rooms.keySet().stream()
        .filter(type -> familiesInUse.contains(InstanceType.family(type)))
        .toList();
  }

  List<String> all() {
    return List.copyOf(rooms.keySet());
  }

  Room room(String type) {
    return Objects.requireNonNull(rooms.get(type));
  }

  /**
   * The types on which tasks may run in a zone. Where a constraint cannot be read, only types in
   * use are, as the tasks do run there.
   */
  List<String> allowed(PoolService service, String zone) {
    List<String> allowed = new ArrayList<>();
    for (Room room : rooms.values()) {
      if (isAllowed(service, zone, room)) {
        allowed.add(room.type());
      }
    }
    return allowed;
  }

  private boolean isAllowed(PoolService service, String zone, Room room) {
    boolean isArm = service.platform() == Platform.ARM;
    boolean isX86 = service.platform() == Platform.X86;
    if ((isArm && room.architecture().equals("x86_64"))
        || (isX86 && room.architecture().equals("arm64"))) {
      return false;
    }
    Map<String, String> attributes = new HashMap<>(shared);
    attributes.put(TYPE, room.type());
    attributes.put(ZONE, zone);
    attributes.put(ARCHITECTURE, room.architecture());
    for (String expression : service.expressions()) {
      Boolean holds = PlacementExpression.holds(expression, attributes);
      if (holds == null ? !inUse.contains(room.type()) : !holds) {
        return false;
      }
    }
    return true;
  }

  /** Prices of other types are not known on Spot, nor with a Windows licence. */
  private static boolean hasOwnTypesOnly(Pool pool) {
    return pool.isOnSpot()
        || pool.services().stream().anyMatch(service -> service.platform() == Platform.WINDOWS);
  }

  private static boolean isDominated(Room room, List<Room> others, PoolPrices prices) {
    double price = prices.monthlyAnew(room.type());
    for (Room other : others) {
      double less = prices.monthlyAnew(other.type());
      boolean isCheaper =
          less < price || (less == price && other.type().compareTo(room.type()) < 0);
      if (!other.type().equals(room.type()) && isCheaper && other.holds(room)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is said of every instance, or more tasks run than could without. */
  private static boolean hasTrunking(Pool pool, InstancePrices book) {
    long interfaces = 0;
    for (ContainerInstance instance : pool.instances()) {
      InstanceType type = book.type(instance.instanceType());
      interfaces += type == null ? INTERFACES_WHERE_UNKNOWN : type.awsvpcTasks();
    }
    long tasks = 0;
    for (PoolService service : pool.services()) {
      if (service.isAwsvpc()) {
        tasks += service.isDaemon() ? pool.instances().size() : service.tasks(false);
      }
    }
    return tasks > interfaces
        || pool.instances().stream().allMatch(ContainerInstance::networkTrunking);
  }

  private static Room registered(
      ContainerInstance instance,
      boolean trunking,
      List<InstanceTypeFacts> inventory,
      InstancePrices book) {
    InstanceType filed = book.type(instance.instanceType());
    InstanceTypeFacts facts = null;
    for (InstanceTypeFacts candidate : inventory) {
      facts = candidate.name().equals(instance.instanceType()) ? candidate : facts;
    }
    return new Room(
        instance.instanceType(),
        Math.max(0, instance.registeredCpuUnits()),
        Math.max(0, instance.registeredMemoryMiB()),
        Math.max(0, instance.registeredGpus()),
        interfaces(trunking, filed, facts),
        architecture(instance, filed, facts));
  }

  private static int interfaces(
      boolean trunking, @Nullable InstanceType filed, @Nullable InstanceTypeFacts facts) {
    if (filed != null) {
      return trunking ? filed.awsvpcTasksTrunking() : filed.awsvpcTasks();
    }
    return facts == null || facts.networkInterfaces() < 2 || trunking
        ? INTERFACES_WHERE_UNKNOWN
        : facts.networkInterfaces() - 1;
  }

  private static String architecture(
      ContainerInstance instance, @Nullable InstanceType filed, @Nullable InstanceTypeFacts facts) {
    for (Tag attribute : instance.attributes()) {
      if (attribute.key().equals(ARCHITECTURE)) {
        return attribute.value();
      }
    }
    if (filed != null) {
      return filed.architecture();
    }
    return facts == null || facts.architectures().isEmpty() ? "" : facts.architectures().get(0);
  }

  private static Room lesser(Room one, Room other) {
    return new Room(
        one.type(),
        Math.min(one.cpuUnits(), other.cpuUnits()),
        Math.min(one.memoryMiB(), other.memoryMiB()),
        Math.min(one.gpus(), other.gpus()),
        Math.min(one.interfaces(), other.interfaces()),
        one.architecture());
  }

  private static Room nominal(
      InstanceType type, boolean trunking, PackInstances.Settings settings) {
    return new Room(
        type.name(),
        type.vcpus() * 1024,
        (int) (type.memoryMiB() * settings.registeredMemoryShare()),
        type.gpus(),
        trunking ? type.awsvpcTasksTrunking() : type.awsvpcTasks(),
        type.architecture());
  }

  private static Map<String, String> sharedAttributes(Pool pool) {
    Map<String, String> shared = new HashMap<>();
    boolean isFirst = true;
    for (ContainerInstance instance : pool.instances()) {
      Map<String, String> own = new HashMap<>();
      instance.attributes().forEach(tag -> own.put(tag.key(), tag.value()));
      if (isFirst) {
        shared.putAll(own);
        isFirst = false;
      }
      shared.entrySet().removeIf(entry -> !entry.getValue().equals(own.get(entry.getKey())));
    }
    return shared;
  }
}
