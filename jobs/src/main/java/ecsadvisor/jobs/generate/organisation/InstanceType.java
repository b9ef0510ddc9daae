package ecsadvisor.jobs.generate.organisation;

import java.util.List;

/**
 * An EC2 instance type, with on-demand Linux prices in us-east-1 and eu-west-1.
 *
 * @param name such as {@code m5.2xlarge}
 * @param vcpus its vCPUs
 * @param memoryMiB its nominal memory
 * @param interfaces network interfaces
 * @param usdPerHour on demand in us-east-1
 * @param usdPerHourIreland on demand in eu-west-1
 */
public record InstanceType(
    String name,
    int vcpus,
    int memoryMiB,
    int interfaces,
    double usdPerHour,
    double usdPerHourIreland) {

  private static final List<InstanceType> TYPES =
      List.of(
          new InstanceType("m5.xlarge", 4, 16_384, 4, 0.192, 0.214),
          new InstanceType("m5.2xlarge", 8, 32_768, 4, 0.384, 0.428),
          new InstanceType("c5.xlarge", 4, 8_192, 4, 0.17, 0.192),
          new InstanceType("c5.2xlarge", 8, 16_384, 4, 0.34, 0.384));

  /** All types that the organisation uses. */
  public static List<InstanceType> all() {
    return TYPES;
  }

  /** The type with that name. */
  public static InstanceType of(String name) {
    for (InstanceType type : TYPES) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException("Unknown instance type " + name);
  }

  /** The instance family, such as {@code m5}. */
  public String family() {
    return name.substring(0, name.indexOf('.'));
  }

  /** On-demand price in a region. */
  public double usdPerHour(String region) {
    return region.equals("eu-west-1") ? usdPerHourIreland : usdPerHour;
  }

  /** Memory that the ECS agent registers: the nominal memory less what the kernel keeps. */
  public int registeredMemoryMiB() {
    return memoryMiB - memoryMiB * 3 / 100;
  }
}
