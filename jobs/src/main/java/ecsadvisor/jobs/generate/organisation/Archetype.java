package ecsadvisor.jobs.generate.organisation;

/** What a service is an example of. */
public enum Archetype {
  OPTIMAL,
  OVERSIZED,
  UNDERSIZED,
  IDLE,
  SPIKY,
  OFFICE_HOURS,
  SCHEDULED,
  JVM,
  AUTOSCALED,
  UNTAGGED,
  ARM,
  SPOT,
  SPOT_CANDIDATE,
  WINDOWS,
  BATCH,
  BATCH_ALWAYS_ON,
  MEMORY_LEAK,
  SMALLEST,
  NEW,
  RESIZED,
  NO_METRICS,
  DELETED,
  SECURITY_WORST,
  EC2_OVERSIZED,
  EC2_BURSTING,
  EC2_OPTIMAL,
  EC2_SPOT,
  DAEMON,
  SIDECAR
}
