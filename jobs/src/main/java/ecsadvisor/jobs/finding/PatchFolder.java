package ecsadvisor.jobs.finding;

import java.util.regex.Pattern;

/**
 * Where the patch of a recommendation lies below a run, if it may have one: account and region of
 * the inputs become options of commands, so they must have their form.
 */
public final class PatchFolder {
  /** Twelve digits. */
  public static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  /** A region's code; empty for what belongs to no region. */
  public static final Pattern REGION = Pattern.compile("([a-z]{2,}(-[a-z]+)+-[0-9]+)?");

  private PatchFolder() {}

  /** Such as {@code patches/ecs-0f3a…}. */
  public static String of(String recommendationId) {
    return "patches/" + recommendationId;
  }

  /** The same, empty where account or region cannot be told to a command. */
  static String of(String recommendationId, String accountId, String region) {
    return isNameable(accountId, region) ? of(recommendationId) : "";
  }

  /** Whether account and region can be told to a command. */
  public static boolean isNameable(String accountId, String region) {
    return ACCOUNT.matcher(accountId).matches() && REGION.matcher(region).matches();
  }
}
