package ecsadvisor.models.fact;

/** Processor architecture and operating system as Fargate prices tell them apart. */
public enum Platform {
  X86,
  ARM,
  WINDOWS,
  /** The line or the inventory does not say. */
  UNKNOWN
}
