package ecsadvisor.models.price;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A task's size.
 *
 * @param cpuUnits CPU units, 1024 to a vCPU
 * @param memoryMiB memory in MiB
 */
public record TaskSize(int cpuUnits, int memoryMiB) implements Comparable<TaskSize> {
  private static final Comparator<TaskSize> ORDER =
      Comparator.comparingInt(TaskSize::cpuUnits).thenComparingInt(TaskSize::memoryMiB);

  /** CPU in vCPU. */
  public double vcpu() {
    return cpuUnits / 1024.0;
  }

  /** Memory in GiB, the unit that Fargate's bill calls GB. */
  public double memoryGiB() {
    return memoryMiB / 1024.0;
  }

  /** Whether it has at least that much of both. */
  public boolean holds(double vcpu, double memoryMiBNeeded) {
    return vcpu() >= vcpu && memoryMiB >= memoryMiBNeeded;
  }

  @Override
  public int compareTo(TaskSize other) {
    return ORDER.compare(this, other);
  }

  /** The size as it is shown, such as {@code 0.25 vCPU / 512 MiB}. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(vcpu()).stripTrailingZeros().toPlainString()
        + " vCPU / "
        + memoryMiB
        + " MiB";
  }
}
