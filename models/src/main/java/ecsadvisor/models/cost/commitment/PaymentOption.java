package ecsadvisor.models.cost.commitment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When a commitment is paid. */
public enum PaymentOption {
  NO_UPFRONT(0),
  PARTIAL_UPFRONT(0.5),
  ALL_UPFRONT(1);

  private final double upfrontShare;

  PaymentOption(double upfrontShare) {
    this.upfrontShare = upfrontShare;
  }

  /** Share of all that is committed to that is paid at once, 0..1. */
  public double upfrontShare() {
    return upfrontShare;
  }

  /** The option of a bill's words such as {@code No Upfront}, or null where they are none. */
  static @Nullable PaymentOption of(String words) {
    String normal = words.trim().toUpperCase(Locale.ROOT).replace(' ', '_');
    for (PaymentOption option : values()) {
      if (option.name().equals(normal)) {
        return option;
      }
    }
    return null;
  }
}
