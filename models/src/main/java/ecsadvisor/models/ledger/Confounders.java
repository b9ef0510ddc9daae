package ecsadvisor.models.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What else changed between two spans of days, so that a saving cannot be put down to the advice.
 * What the advice itself changes may differ between the spans, but not within one.
 */
final class Confounders {
  private Confounders() {}

  /**
   * The confounders, in the order of their enum.
   *
   * @param meant what the advice changes
   */
  static List<Confounder> between(
      Measured before, Measured after, Set<Aspect> meant, Verifier.Settings settings) {
    List<Confounder> found = new ArrayList<>();
    if (differ(before.size(), after.size(), meant.contains(Aspect.SIZE))) {
      found.add(Confounder.SIZE_CHANGED);
    }
    if (differ(before.architecture(), after.architecture(), meant.contains(Aspect.ARCHITECTURE))) {
      found.add(Confounder.ARCHITECTURE_CHANGED);
    }
    if (differ(before.launchType(), after.launchType(), meant.contains(Aspect.LAUNCH_TYPE))) {
      found.add(Confounder.LAUNCH_TYPE_CHANGED);
    }
    if (!meant.contains(Aspect.SPOT_SHARE)
        && moved(before.spotShare(), after.spotShare(), settings.spotShareTolerance())) {
      found.add(Confounder.SPOT_SHARE_CHANGED);
    }
    if (!meant.contains(Aspect.COMMITMENT_COVERAGE)
        && moved(before.coveredShare(), after.coveredShare(), settings.coveredShareTolerance())) {
      found.add(Confounder.COMMITMENT_COVERAGE_CHANGED);
    }
    Double rate = before.listRate();
    if (!meant.contains(Aspect.LIST_PRICE)
        && rate != null
        && moved(rate, after.listRate(), settings.listPriceTolerance() * Math.abs(rate))) {
      found.add(Confounder.LIST_PRICE_CHANGED);
    }
    return List.copyOf(found);
  }

  private static boolean differ(String before, String after, boolean meant) {
    if (before.equals(Measured.MIXED) || after.equals(Measured.MIXED)) {
      return true;
    }
    return !meant && !before.isEmpty() && !after.isEmpty() && !before.equals(after);
  }

  private static boolean moved(@Nullable Double before, @Nullable Double after, double tolerance) {
    return before != null && after != null && Math.abs(after - before) > tolerance;
  }
}
