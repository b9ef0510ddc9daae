package ecsadvisor.models.price;

import ecsadvisor.models.fact.Platform;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * Which sizes a task on Fargate can have.
 *
 * <p>Source: the task size table of the Amazon ECS Developer Guide, kept as dated data in {@code
 * fargate-sizes.csv}. Linux has all 77 combinations, on x86 and ARM alike; Windows those of 1 to 4
 * vCPU. Sizes of 8 vCPU and more need Linux platform version 1.4.0.
 */
public final class FargateSizes {
  private static final List<CSVRecord> ROWS = CsvResource.shipped("fargate-sizes.csv");
  private static final List<TaskSize> LINUX =
      ROWS.stream().map(FargateSizes::size).sorted().toList();
  private static final List<TaskSize> WINDOWS =
      ROWS.stream()
          .filter(row -> Boolean.parseBoolean(row.get("windows")))
          .map(FargateSizes::size)
          .sorted()
          .toList();

  private FargateSizes() {}

  /** The sizes of a platform, ascending by CPU and then memory. */
  public static List<TaskSize> of(Platform platform) {
    return platform == Platform.WINDOWS ? WINDOWS : LINUX;
  }

  /** The smallest size of a platform. */
  public static TaskSize smallest(Platform platform) {
    return of(platform).get(0);
  }

  /**
   * The smallest size, CPU first, that has at least that much of both; the largest of all where
   * none has.
   */
  public static TaskSize roundUp(Platform platform, double vcpu, double memoryMiB) {
    List<TaskSize> sizes = of(platform);
    for (TaskSize size : sizes) {
      if (size.holds(vcpu, memoryMiB)) {
        return size;
      }
    }
    return sizes.get(sizes.size() - 1);
  }

  private static TaskSize size(CSVRecord row) {
    return new TaskSize(
        Integer.parseInt(row.get("cpu_units")), Integer.parseInt(row.get("memory_mib")));
  }
}
