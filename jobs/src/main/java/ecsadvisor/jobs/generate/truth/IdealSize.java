package ecsadvisor.jobs.generate.truth;

import ecsadvisor.jobs.generate.organisation.DayLoad;
import ecsadvisor.jobs.generate.organisation.Organisation;
import ecsadvisor.jobs.generate.organisation.Service;
import java.util.Arrays;

/**
 * The cheapest task size that would have held everything that was planted: the day's second-hottest
 * five minutes of the worst day for CPU, the fullest five minutes plus five percent (and a Java
 * heap plus a quarter) for memory.
 *
 * @param cpuUnits CPU units
 * @param memoryMiB memory
 */
public record IdealSize(int cpuUnits, int memoryMiB) {
  private static final double MEMORY_MARGIN = 1.05;
  private static final double HEAP_FACTOR = 1.25;

  /** CPU units, smallest and largest memory, and the step between sizes, in MiB. */
  private static final int[][] FARGATE = {
    {256, 512, 2048, 512},
    {512, 1024, 4096, 1024},
    {1024, 2048, 8192, 1024},
    {2048, 4096, 16_384, 1024},
    {4096, 8192, 30_720, 1024},
    {8192, 16_384, 61_440, 4096},
    {16_384, 32_768, 122_880, 8192}
  };

  /** The size for a service. */
  public static IdealSize of(Organisation organisation, Service service) {
    double cpu = 0;
    double memory = service.heapMiB() * HEAP_FACTOR;
    for (int day = 0; day < organisation.timeline().days(); day++) {
      DayLoad load = DayLoad.of(service, organisation.timeline(), organisation.seed(), day);
      double[] hottest = new double[DayLoad.SLOTS];
      for (int slot = 0; slot < DayLoad.SLOTS; slot++) {
        if (load.count(slot) > 0) {
          hottest[slot] = load.cpuWanted(slot) * service.cpuUnitsOn(day);
          memory =
              Math.max(memory, load.memoryHottest(slot) * service.memoryMiBOn(day) * MEMORY_MARGIN);
        }
      }
      Arrays.sort(hottest);
      cpu = Math.max(cpu, hottest[DayLoad.SLOTS - 2]);
    }
    return service.launch().fargate() ? onFargate(cpu, memory) : anywhere(cpu, memory);
  }

  private static IdealSize anywhere(double cpu, double memory) {
    return new IdealSize((int) Math.ceil(cpu / 64) * 64, (int) Math.ceil(memory / 64) * 64);
  }

  private static IdealSize onFargate(double cpu, double memory) {
    for (int[] row : FARGATE) {
      if (row[0] < cpu || row[2] < memory) {
        continue;
      }
      if (row[0] == 256) {
        return new IdealSize(256, memory <= 512 ? 512 : memory <= 1024 ? 1024 : 2048);
      }
      int steps = (int) Math.ceil(Math.max(0, memory - row[1]) / row[3]);
      return new IdealSize(row[0], row[1] + steps * row[3]);
    }
    return new IdealSize(32_768, 61_440);
  }
}
