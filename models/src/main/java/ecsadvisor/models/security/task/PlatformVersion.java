package ecsadvisor.models.security.task;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A Fargate platform version of three numbers, such as 1.4.0. */
record PlatformVersion(int major, int minor, int patch) implements Comparable<PlatformVersion> {
  private static final int LONGEST_PART = 4;

  /** The version that a text names, or null where it names none. */
  static @Nullable PlatformVersion of(String text) {
    String[] parts = text.strip().split("\\.", -1);
    boolean numbers =
        parts.length == 3
            && Arrays.stream(parts)
                .allMatch(
                    part ->
                        !part.isEmpty()
                            && part.length() <= LONGEST_PART
                            && part.chars().allMatch(digit -> digit >= '0' && digit <= '9'));
    return numbers
        ? new PlatformVersion(
            Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
        : null;
  }

  @Override
  public int compareTo(PlatformVersion other) {
    return Arrays.compare(
        new int[] {major, minor, patch}, new int[] {other.major, other.minor, other.patch});
  }
}
