package ecsadvisor.models.packing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PackerTest {
  private static final BinType LARGE = type("large", 2048, 8192, 0.1);
  private static final BinType XLARGE = type("xlarge", 4096, 16384, 0.2);

  private final Packer packer = new Packer(Effort.NORMAL);

  private static BinType type(String name, int cpu, int memory, double price) {
    return new BinType(name, cpu, memory, 0, 10, List.of(), price);
  }

  private static TaskShape withPorts(String name, int count, Integer... ports) {
    return new TaskShape(name, 256, 512, 0, false, List.of(ports), false, List.of(), count);
  }

  private Packing pack(List<TaskShape> tasks, List<BinType> types) {
    Packing packing = packer.pack(tasks, types);
    PackingChecker.check(tasks, types, packing);
    return packing;
  }

  @Test
  void tasksThatComplementEachOtherShareInstances() {
    List<TaskShape> tasks =
        List.of(TaskShape.of("cpu", 1536, 2048, 6), TaskShape.of("memory", 512, 6144, 6));
    Packing packing = pack(tasks, List.of(LARGE));
    assertEquals(6, packing.bins().size());
    assertEquals(0, packing.gap(), 1e-9);
  }

  @Test
  void groupsShareNoInstance() {
    TaskShape agent =
        new TaskShape("agent", 256, 512, 0, false, List.of(), false, List.of(), 3, "security");
    TaskShape scanner =
        new TaskShape("scanner", 256, 512, 0, false, List.of(), false, List.of(), 1, "security");
    Packing packing =
        pack(List.of(agent, TaskShape.of("web", 256, 512, 2), scanner), List.of(LARGE));

    assertEquals(
        List.of(Map.of("agent", 3, "scanner", 1), Map.of("web", 2)),
        packing.bins().stream().map(PackedBin::tasks).toList());
    assertEquals(2 * LARGE.price(), packing.lowerBound(), 1e-9);
  }

  @Test
  void theCheapestMixOfTypesIsTaken() {
    Packing packing = pack(List.of(TaskShape.of("web", 2048, 8192, 5)), List.of(LARGE, XLARGE));
    assertEquals(5 * LARGE.price(), packing.cost(), 1e-9);
    assertEquals(packing.cost(), packing.lowerBound(), 1e-9);
  }

  @Test
  void nothingNeedsNoInstance() {
    Packing packing = pack(List.of(TaskShape.of("web", 256, 512, 0)), List.of(LARGE));
    assertEquals(List.of(), packing.bins());
    assertEquals(0, packing.gap());
  }

  @Test
  void aTaskLargerThanEveryTypeIsNamed() {
    TaskShape huge = TaskShape.of("huge", 9000, 512, 2);
    Packing packing = pack(List.of(huge, TaskShape.of("web", 256, 512, 1)), List.of(LARGE));
    assertEquals(List.of(huge), packing.unplaced());
    assertEquals(1, packing.bins().size());
  }

  @Test
  void tasksThatMustBeApartGetAnInstanceEach() {
    TaskShape apart = new TaskShape("web", 256, 512, 0, false, List.of(), true, List.of(), 4);
    Packing packing = pack(List.of(apart, TaskShape.of("api", 256, 512, 4)), List.of(LARGE));
    assertEquals(4, packing.bins().size());
    assertEquals(4 * LARGE.price(), packing.lowerBound(), 1e-9);
  }

  @Test
  void tasksOfTwoServicesThatMustBeApartMayShareInstances() {
    TaskShape web = new TaskShape("web", 256, 512, 0, false, List.of(), true, List.of(), 4);
    TaskShape api = new TaskShape("api", 256, 512, 0, false, List.of(), true, List.of(), 4);
    assertEquals(4, pack(List.of(web, api), List.of(LARGE)).bins().size());
  }

  @Test
  void aFixedPortExcludesItself() {
    assertEquals(3, pack(List.of(withPorts("web", 3, 8080)), List.of(LARGE)).bins().size());
  }

  @Test
  void servicesWithAPortInCommonExcludeEachOther() {
    List<TaskShape> tasks =
        List.of(withPorts("a", 2, 8080, 9090), withPorts("b", 2, 9090), withPorts("c", 4, 7070));
    assertEquals(4, pack(tasks, List.of(LARGE)).bins().size());
  }

  @Test
  void aPortThatADaemonTakesIsTaken() {
    BinType less = Objects.requireNonNull(LARGE.lessDaemons(List.of(withPorts("agent", 1, 8080))));
    TaskShape web = withPorts("web", 1, 8080);
    assertEquals(List.of(web), pack(List.of(web), List.of(less)).unplaced());
  }

  @Test
  void daemonsTakeTheirPartOfEveryInstance() {
    BinType less =
        Objects.requireNonNull(LARGE.lessDaemons(List.of(TaskShape.of("agent", 1024, 256, 1))));
    assertEquals(1024, less.cpuUnits());
    assertEquals(7936, less.memoryMiB());
    assertEquals(4, pack(List.of(TaskShape.of("web", 1024, 512, 4)), List.of(less)).bins().size());
  }

  @Test
  void aTypeThatDaemonsAloneExceedIsNone() {
    assertNull(LARGE.lessDaemons(List.of(TaskShape.of("agent", 4096, 256, 1))));
    assertNotNull(XLARGE.lessDaemons(List.of(TaskShape.of("agent", 4096, 256, 1))));
  }

  @Test
  void networkInterfacesLimitTasks() {
    BinType narrow = new BinType("large", 2048, 8192, 0, 2, List.of(), 0.1);
    TaskShape own = new TaskShape("web", 128, 256, 0, true, List.of(), false, List.of(), 7);
    TaskShape shared = TaskShape.of("bridge", 128, 256, 4);
    Packing packing = pack(List.of(own, shared), List.of(narrow));
    assertEquals(4, packing.bins().size());
    assertEquals(packing.cost(), packing.lowerBound(), 1e-9);
  }

  @Test
  void gpuTasksGoWhereGpusAre() {
    BinType gpu = new BinType("gpu", 4096, 16384, 1, 3, List.of(), 0.5);
    TaskShape train = new TaskShape("train", 512, 1024, 1, false, List.of(), false, List.of(), 2);
    TaskShape web = TaskShape.of("web", 2048, 4096, 4);
    Packing packing = pack(List.of(train, web), List.of(LARGE, gpu));
    assertEquals(Map.of("gpu", 2L, "large", 2L), PackingChecker.instances(packing));
  }

  @Test
  void tasksStayOnTheTypesThatTheyAreAllowedOn() {
    TaskShape bound =
        new TaskShape("web", 256, 512, 0, false, List.of(), false, List.of("xlarge"), 1);
    Packing packing = pack(List.of(bound), List.of(LARGE, XLARGE));
    assertEquals(Map.of("xlarge", 1L), PackingChecker.instances(packing));
  }

  @Test
  void greedyEffortStillProvesAVolumeBound() {
    List<TaskShape> tasks = List.of(TaskShape.of("web", 1024, 1024, 9));
    Packing packing = new Packer(Effort.GREEDY).pack(tasks, List.of(LARGE));
    PackingChecker.check(tasks, List.of(LARGE), packing);
    assertEquals(5, packing.bins().size());
    assertEquals(5 * LARGE.price(), packing.lowerBound(), 1e-9);
  }

  @Test
  void aFreeInstanceIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> type("free", 1, 1, 0));
  }

  @Test
  void negativeFiguresAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> TaskShape.of("web", -1, 1, 1));
  }

  @Test
  void manyContainersOfManyShapesComeNearTheBound() {
    List<TaskShape> tasks = new ArrayList<>(GeneratedTasks.cluster(7, 144, 68_224));
    BinType host = new BinType("host", 65_536, 131_072, 0, 0, List.of(), 1);
    Packing packing = pack(tasks, List.of(host));
    assertTrue(packing.gap() < 0.003, "gap " + packing.gap());
  }
}
