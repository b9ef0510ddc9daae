package ecsadvisor.models.packing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PackerPropertiesTest {
  private static final List<BinType> TYPES =
      List.of(
          new BinType("c.large", 2048, 3788, 0, 2, List.of(), 0.085),
          new BinType("m.large", 2048, 7577, 0, 2, List.of(), 0.096),
          new BinType("m.xlarge", 4096, 15155, 0, 3, List.of(9000), 0.192),
          new BinType("r.xlarge", 4096, 30310, 0, 3, List.of(), 0.252),
          new BinType("g.xlarge", 4096, 15155, 1, 3, List.of(), 0.526));

  private static final Effort SMALL = new Effort(200, 100, 300, 4, 8);

  @Provide
  Arbitrary<List<TaskShape>> tasks() {
    Arbitrary<TaskShape> shape =
        Combinators.combine(
                Arbitraries.of(0, 64, 128, 256, 300, 1024, 2048, 4096),
                Arbitraries.of(0, 100, 512, 1000, 4096, 8192, 31000),
                Arbitraries.frequencyOf(
                    net.jqwik.api.Tuple.of(8, Arbitraries.just(0)),
                    net.jqwik.api.Tuple.of(1, Arbitraries.of(1, 2))),
                Arbitraries.of(true, false),
                Arbitraries.of(
                    List.<Integer>of(), List.<Integer>of(), List.of(8080), List.of(8080, 9000)),
                Arbitraries.of(true, false, false, false),
                Arbitraries.of(
                    List.<String>of(), List.<String>of(), List.of("m.large", "m.xlarge")),
                Arbitraries.integers().between(0, 6))
            .as(
                (cpu, memory, gpus, own, ports, apart, allowed, count) ->
                    new TaskShape("", cpu, memory, gpus, own, ports, apart, allowed, count));
    return shape.list().ofMaxSize(9).map(PackerPropertiesTest::named);
  }

  private static List<TaskShape> named(List<TaskShape> shapes) {
    List<TaskShape> named = new ArrayList<>();
    for (TaskShape shape : shapes) {
      named.add(
          new TaskShape(
              "s" + named.size(),
              shape.cpuUnits(),
              shape.memoryMiB(),
              shape.gpus(),
              shape.networkInterface(),
              shape.hostPorts(),
              shape.apart(),
              shape.allowedTypes(),
              shape.count()));
    }
    return named;
  }

  @Property(tries = 150)
  void everyTaskIsPlacedWithinEveryLimitAndTheBoundHolds(@ForAll("tasks") List<TaskShape> tasks) {
    PackingChecker.check(tasks, TYPES, new Packer(SMALL).pack(tasks, TYPES));
    PackingChecker.check(tasks, TYPES, new Packer(Effort.GREEDY).pack(tasks, TYPES));
  }

  @Property(tries = 80)
  void orderOfTheInputChangesNothing(@ForAll("tasks") List<TaskShape> tasks, @ForAll long seed) {
    List<TaskShape> shuffled = new ArrayList<>(tasks);
    List<BinType> types = new ArrayList<>(TYPES);
    Collections.shuffle(shuffled, new Random(seed));
    Collections.shuffle(types, new Random(seed));
    Packing packing = new Packer(SMALL).pack(tasks, TYPES);
    Packing other = new Packer(SMALL).pack(shuffled, types);
    assertEquals(packing.bins(), other.bins());
    assertEquals(packing.cost(), other.cost());
    assertEquals(packing.lowerBound(), other.lowerBound());
  }

  @Property(tries = 60)
  void noPackingFoundWithMoreEffortUndercutsABoundProvedWithLess(
      @ForAll("tasks") List<TaskShape> tasks) {
    Packing little = new Packer(new Effort(6, 3, 5, 0, 0)).pack(tasks, TYPES);
    Packing much = new Packer(new Effort(400, 200, 2_000, 8, 40)).pack(tasks, TYPES);
    assertTrue(little.lowerBound() <= much.cost() * (1 + 1e-9));
    assertTrue(much.lowerBound() <= little.cost() * (1 + 1e-9));
  }

  @Property(tries = 60)
  void oneMoreTaskNeverLowersTheBoundBelowWhatFewerTasksCostAtLeast(
      @ForAll("tasks") List<TaskShape> tasks) {
    List<TaskShape> more = tasks.stream().map(shape -> shape.times(shape.count() + 1)).toList();
    Packing fewer = new Packer(SMALL).pack(tasks, TYPES);
    Packing all = new Packer(SMALL).pack(more, TYPES);
    assertTrue(fewer.lowerBound() <= all.cost() * (1 + 1e-9));
  }
}
