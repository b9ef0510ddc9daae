package ecsadvisor.models.cost.packing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecsadvisor.models.packing.BinType;
import ecsadvisor.models.packing.PackedBin;
import ecsadvisor.models.packing.TaskShape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadroomTest {
  private static final BinType LARGE = new BinType("large", 2048, 8192, 0, 2, List.of(), 1);
  private static final BinType MEMORY = new BinType("memory", 2048, 16384, 0, 2, List.of(), 0.9);

  private static PackedBin bin(BinType type, String name, int tasks) {
    return new PackedBin(type, Map.of(name, tasks));
  }

  @Test
  void fullInstancesNeedASpareOne() {
    List<TaskShape> shapes = List.of(TaskShape.of("web", 1024, 2048, 4));
    List<PackedBin> bins = List.of(bin(LARGE, "web", 2), bin(LARGE, "web", 2));
    assertEquals(new Headroom(LARGE, 1, 0), Headroom.of(bins, shapes, List.of(), 1));
  }

  @Test
  void roomOnTheOthersIsHeadroom() {
    List<TaskShape> shapes = List.of(TaskShape.of("web", 512, 2048, 4));
    List<PackedBin> bins = List.of(bin(LARGE, "web", 2), bin(LARGE, "web", 2));
    assertEquals(0, Headroom.of(bins, shapes, List.of(), 1).instances());
  }

  @Test
  void roomOnAnotherGroupsInstancesIsNoHeadroom() {
    TaskShape agent =
        new TaskShape("agent", 512, 2048, 0, false, List.of(), false, List.of(), 1, "security");
    List<TaskShape> shapes = List.of(agent, TaskShape.of("web", 512, 2048, 1));
    List<PackedBin> bins = List.of(bin(LARGE, "agent", 1), bin(LARGE, "web", 1));
    assertEquals(1, Headroom.of(bins, shapes, List.of(), 1).spares());
  }

  @Test
  void theSpareHoldsWhateverInstanceIsLost() {
    List<TaskShape> shapes =
        List.of(TaskShape.of("web", 2048, 2048, 1), TaskShape.of("cache", 256, 16000, 1));
    List<PackedBin> bins = List.of(bin(LARGE, "web", 1), bin(MEMORY, "cache", 1));
    assertEquals(MEMORY, Headroom.of(bins, shapes, List.of(), 1).type());
  }

  @Test
  void aFixedPortMakesADeploymentNeedAnInstance() {
    TaskShape web = new TaskShape("web", 256, 512, 0, false, List.of(8080), false, List.of(), 2);
    List<PackedBin> bins = List.of(bin(LARGE, "web", 1), bin(LARGE, "web", 1));
    assertEquals(1, Headroom.of(bins, List.of(web), List.of(web.times(1)), 0).deployments());
    assertEquals(0, Headroom.of(bins, List.of(web), List.of(web.times(1)), 1).deployments());
  }

  @Test
  void onlyTheLargestDeploymentCounts() {
    List<TaskShape> shapes =
        List.of(TaskShape.of("web", 1024, 2048, 2), TaskShape.of("api", 1024, 2048, 2));
    List<PackedBin> bins = List.of(bin(LARGE, "web", 2), bin(LARGE, "api", 2));
    List<TaskShape> surges = List.of(shapes.get(0).times(4), shapes.get(1).times(2));
    assertEquals(2, Headroom.of(bins, shapes, surges, 0).deployments());
  }

  @Test
  void noHeadroomIsWantedWhereNothingAsksForIt() {
    List<TaskShape> shapes = List.of(TaskShape.of("web", 1024, 2048, 2));
    assertEquals(0, Headroom.of(List.of(bin(LARGE, "web", 2)), shapes, List.of(), 0).instances());
  }
}
