package ecsadvisor.models.security;

import ecsadvisor.models.fact.security.Collected;
import ecsadvisor.models.fact.security.SecurityFacts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether what was read of an account and region answers a question of absence. */
public final class Freshness {
  private static final int MAXIMUM_AGE_DAYS = 35;

  private Freshness() {}

  /**
   * The answer of a check that needs everything of a kind and has it not, or not lately; null where
   * the kind was read completely and lately, so that what is absent does not exist.
   *
   * @param call the AWS CLI command that reads the kind, such as {@code aws ec2 describe-subnets}
   */
  public static @Nullable CheckResult unread(SecurityFacts service, String kind, String call) {
    Collected collected = service.security().collected();
    Instant at = collected.at(kind);
    String remedy = "Add " + call + " of this account and region.";
    if (at == null) {
      return CheckResult.noData(CheckReason.MISSING_EXPORT, kind, remedy);
    }
    if (!collected.complete(kind)) {
      return CheckResult.noData(CheckReason.INCOMPLETE_EXPORT, kind, remedy);
    }
    if (isStale(service, at)) {
      return CheckResult.noData(CheckReason.STALE_EXPORT, kind, remedy);
    }
    return null;
  }

  /**
   * The answer of a check on items of which one was read too long ago; null where none was.
   *
   * @param readAt when each of them was read
   */
  public static @Nullable CheckResult stale(
      SecurityFacts service, Stream<Instant> readAt, String kind, String call) {
    return readAt.anyMatch(at -> isStale(service, at))
        ? CheckResult.noData(
            CheckReason.STALE_EXPORT, kind, "Add " + call + " of this account and region.")
        : null;
  }

  /** The answer where the service was described too long ago; null where it was not. */
  public static @Nullable CheckResult staleService(SecurityFacts service) {
    return isStale(service, service.security().collectedAt())
        ? CheckResult.noData(
            CheckReason.STALE_EXPORT,
            "ecs-service",
            "Add aws ecs describe-services --include TAGS of today.")
        : null;
  }

  /** Whether something was read too long ago to tell of the day that is judged. */
  public static boolean isStale(SecurityFacts service, Instant readAt) {
    return !readAt.equals(Instant.EPOCH)
        && readAt
            .atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .isBefore(service.asOf().minusDays(MAXIMUM_AGE_DAYS));
  }
}
