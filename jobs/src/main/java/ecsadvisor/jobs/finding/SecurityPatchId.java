package ecsadvisor.jobs.finding;

/**
 * Names the patch that makes a thing more secure, so that it keeps its name from week to week,
 * whichever checks fail.
 */
public final class SecurityPatchId {
  private SecurityPatchId() {}

  /** Such as {@code ecs-0f3a…-security}, from what identifies the thing. */
  public static String of(String... parts) {
    return "ecs-" + RecommendationId.hash(parts) + "-security";
  }
}
