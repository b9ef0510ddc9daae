package ecsadvisor.models.price;

/**
 * An EC2 instance type of the price file.
 *
 * @param name such as {@code m5.2xlarge}
 * @param vcpus virtual CPUs
 * @param memoryMiB nominal memory
 * @param gpus GPUs
 * @param awsvpcTasks tasks with a network interface of their own that it can run
 * @param awsvpcTasksTrunking the same with network interface trunking
 * @param architecture x86_64 or arm64
 * @param usdHour price of an hour on demand with Linux in the reference region
 */
public record InstanceType(
    String name,
    int vcpus,
    int memoryMiB,
    int gpus,
    int awsvpcTasks,
    int awsvpcTasksTrunking,
    String architecture,
    double usdHour) {
  /** The family, such as {@code m5}. */
  public String family() {
    return family(name);
  }

  /** The family of a type by its name, such as {@code m5} of {@code m5.2xlarge}. */
  public static String family(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
