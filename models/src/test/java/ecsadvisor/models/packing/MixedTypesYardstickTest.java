package ecsadvisor.models.packing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clusters of 60 services on fifteen types stay within 3 % of the bound. */
class MixedTypesYardstickTest {
  private static List<BinType> fifteenTypes(int[] interfaces) {
    List<BinType> types = new ArrayList<>();
    String[] sizes = {"large", "xlarge", "2xlarge", "4xlarge", "8xlarge"};
    double[] largePrice = {0.085, 0.096, 0.126};
    for (int family = 0; family < 3; family++) {
      for (int size = 0; size < sizes.length; size++) {
        int vcpus = 2 << size;
        int memory = (int) (0.925 * vcpus * 1024 * (2 << family));
        types.add(
            new BinType(
                "cmr".charAt(family) + "." + sizes[size],
                vcpus * 1024,
                memory,
                0,
                interfaces[size],
                List.of(),
                largePrice[family] * (1 << size)));
      }
    }
    return types;
  }

  private static void assertNear(List<TaskShape> tasks, List<BinType> types) {
    Packing packing = new Packer(Effort.NORMAL).pack(tasks, types);
    PackingChecker.check(tasks, types, packing);
    assertTrue(packing.gap() <= 0.03, "gap " + packing.gap());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void withoutNetworkInterfaces(long seed) {
    assertNear(GeneratedTasks.services(seed, 60, false), fifteenTypes(new int[] {0, 0, 0, 0, 0}));
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void withTrunking(long seed) {
    assertNear(
        GeneratedTasks.services(seed, 60, true), fifteenTypes(new int[] {10, 20, 40, 60, 90}));
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void withoutTrunking(long seed) {
    assertNear(GeneratedTasks.services(seed, 60, true), fifteenTypes(new int[] {2, 3, 3, 7, 7}));
  }
}
