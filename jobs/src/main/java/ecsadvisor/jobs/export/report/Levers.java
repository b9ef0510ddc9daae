package ecsadvisor.jobs.export.report;

import ecsadvisor.jobs.table.RecommendationRow;
import ecsadvisor.models.finding.Lever;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which lever a piece of advice pulls, and where the page shows its evidence. */
final class Levers {
  private static final List<Lever> ORDER = List.of(Lever.values());

  private Levers() {}

  /** The lever, or null for advice that is not about a saving. */
  static @Nullable Lever of(RecommendationRow row) {
    return Lever.of(row.controlId(), row.actionTypeExtended());
  }

  /** Place in the order in which savings are counted; advice without a lever comes last. */
  static int order(RecommendationRow row) {
    Lever lever = of(row);
    return lever == null ? ORDER.size() : ORDER.indexOf(lever);
  }

  /** Anchor of the section with the lever's evidence. */
  static String section(@Nullable Lever lever) {
    if (lever == null) {
      return "advice";
    }
    return switch (lever) {
      case STOP_IDLE -> "idle";
      case RIGHT_SIZE -> "sizing";
      case SCHEDULE -> "schedules";
      case AUTO_SCALE -> "scaling";
      case ARM -> "arm";
      case FARGATE_SPOT, INSTANCE_SPOT -> "spot";
      case PACK -> "packing";
      case LOAD_BALANCERS -> "load-balancers";
      case IMAGES -> "images";
      case COMMIT -> "commitments";
    };
  }
}
