package ecsadvisor.jobs.fact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An image reference that names a private ECR repository, such as {@code
 * 111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/web:7}.
 *
 * @param repository account, region and name of the repository
 * @param tag the tag; empty beside a digest, {@code latest} where the reference has neither
 * @param digest the digest; empty for none
 */
record InventoryImageReference(InventoryPlace repository, String tag, String digest) {
  private static final Pattern REGISTRY =
      Pattern.compile(
          "(\\d{12})\\.dkr[.-]ecr(?:-fips)?\\.([a-z0-9-]{1,30})\\.[a-z.]{1,40}/([^:@]{1,256})"
              + "(?::([^@]{1,128}))?(?:@(sha256:[0-9a-f]{64}))?");

  /** The parts of a reference, or null where it names no repository of ECR. */
  static @Nullable InventoryImageReference of(String reference) {
    Matcher matcher = REGISTRY.matcher(reference);
    if (!matcher.matches()) {
      return null;
    }
    String tag = matcher.group(4);
    String digest = matcher.group(5);
    return new InventoryImageReference(
        new InventoryPlace(matcher.group(1), matcher.group(2), matcher.group(3)),
        tag != null && digest == null ? tag : digest == null ? "latest" : "",
        digest == null ? "" : digest);
  }
}
