package ecsadvisor.models.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Made-up task shapes, the same for the same seed. */
final class GeneratedTasks {
  private static final int[] CPU = {128, 256, 256, 512, 512, 1024, 1024, 2048};
  private static final double[] MIB_PER_UNIT = {0.5, 1, 2, 2, 4, 4, 8};
  private static final int[] BIG_CPU = {1, 2, 4, 8, 12, 16, 24, 32, 64};
  private static final int[] GIB = {1, 2, 4, 8, 12, 16, 24, 32, 48, 60, 64};

  private GeneratedTasks() {}

  /** Services of an ECS cluster: up to 2 vCPU, 0.5 to 8 GiB per vCPU, 1 to 10 tasks. */
  static List<TaskShape> services(long seed, int number, boolean awsvpc) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TaskShape> shapes = new ArrayList<>();
    for (int n = 0; n < number; n++) {
      int cpu = CPU[random.nextInt(CPU.length)];
      double ratio = MIB_PER_UNIT[random.nextInt(MIB_PER_UNIT.length)];
      int memory = Math.max(128, (int) (cpu * ratio)) + 64 * random.nextInt(3);
      int count = 1 + random.nextInt(10);
      shapes.add(
          new TaskShape("s" + n, cpu, memory, 0, awsvpc, List.of(), false, List.of(), count));
    }
    return shapes;
  }

  /** A large cluster: many tasks in few shapes, small ones more often than large ones. */
  static List<TaskShape> cluster(long seed, int number, int tasks) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<String> seen = new TreeSet<>();
    List<int[]> sizes = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    while (sizes.size() < number) {
      int cpu = 512 * BIG_CPU[random.nextInt(BIG_CPU.length)] + 512 * random.nextInt(2);
      int memory = 1024 * GIB[random.nextInt(GIB.length)] + 512 * random.nextInt(2);
      if (seen.add(cpu + "/" + memory)) {
        sizes.add(new int[] {cpu, memory});
        weights.add(1 / Math.pow(1 + random.nextInt(number), 0.9) / (cpu + memory / 2.0));
      }
    }
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    List<TaskShape> shapes = new ArrayList<>();
    int left = tasks;
    for (int n = 0; n < number; n++) {
      int count = n == number - 1 ? left : Math.min(left, (int) (tasks * weights.get(n) / sum));
      left -= count;
      shapes.add(TaskShape.of("c" + n, sizes.get(n)[0], sizes.get(n)[1], count));
    }
    return shapes;
  }
}
