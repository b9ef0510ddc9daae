package ecsadvisor.models.catalogue;

/** How much a failed control matters. */
public enum Severity {
  HIGH,
  MEDIUM,
  LOW
}
