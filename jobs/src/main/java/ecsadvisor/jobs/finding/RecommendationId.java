package ecsadvisor.jobs.finding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a recommendation so that it keeps its name from week to week: a hash of who pays, what is
 * meant and what to do, never of sizes or sums.
 */
final class RecommendationId {
  private static final int HEX_DIGITS = 20;

  private RecommendationId() {}

  /** The identity of an action on a resource. */
  static String of(
      String payerAccountId,
      String accountId,
      String region,
      String arn,
      String controlId,
      String action) {
    return "ecs-" + hash(payerAccountId, accountId, region, arn, controlId, action);
  }

  /** A short hash of the parts, which changes when any of them does. */
  static String hash(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(UTF_8));
        digest.update((byte) ':');
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
