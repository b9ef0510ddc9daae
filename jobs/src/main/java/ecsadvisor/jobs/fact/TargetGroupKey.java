package ecsadvisor.jobs.fact;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which target group is meant: what CloudWatch's dimension and the inventory have in common.
 *
 * @param accountId the account
 * @param region the region
 * @param dimension such as {@code targetgroup/web/73e2d6bc24d8a067}
 */
public record TargetGroupKey(String accountId, String region, String dimension)
    implements Comparable<TargetGroupKey> {
  private static final Comparator<TargetGroupKey> ORDER =
      Comparator.comparing(TargetGroupKey::accountId)
          .thenComparing(TargetGroupKey::region)
          .thenComparing(TargetGroupKey::dimension);

  /** The key of a target group's ARN, or null where the text is none. */
  public static @Nullable TargetGroupKey of(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6 && parts[5].startsWith("targetgroup/")
        ? new TargetGroupKey(parts[4], parts[3], parts[5])
        : null;
  }

  @Override
  public int compareTo(TargetGroupKey other) {
    return ORDER.compare(this, other);
  }
}
