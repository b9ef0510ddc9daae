package ecsadvisor.models.price;

import java.util.Locale;

/** What a price of the price file is for. */
public enum PriceItem {
  /** One vCPU for an hour. */
  VCPU_HOUR,
  /** One GB of memory for an hour. */
  MEMORY_GB_HOUR,
  /** One GB of ephemeral storage beyond the included 20 for an hour. */
  STORAGE_GB_HOUR,
  /** The Windows licence of one vCPU for an hour, on top of the vCPU. */
  OS_LICENCE_VCPU_HOUR;

  /** The word in the price file, such as {@code vcpu_hour}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
