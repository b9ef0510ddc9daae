package ecsadvisor.jobs.export.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecsadvisor.jobs.table.ControlRow;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Identifiers that a finding keeps from run to run: UUIDs of version 5 (RFC 9562) over names. */
final class StableId {
  /** Made once at random; names of other programs do not collide with ours. */
  private static final UUID NAMESPACE = UUID.fromString("7b0e4a52-3a0f-4c57-9d0c-5f6f1c9d2a31");

  private static final int UUID_BYTES = 16;
  private static final int VERSION_BYTE = 6;
  private static final int VARIANT_BYTE = 8;

  private StableId() {}

  /** The finding of a control for a service. */
  static String of(ControlRow row) {
    return of("finding", row.framework(), row.controlId(), row.serviceArn());
  }

  /** The UUID of a name that has several parts. */
  static String of(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(
          ByteBuffer.allocate(UUID_BYTES)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .array());
      digest.update(String.join("\u0000", parts).getBytes(UTF_8));
      byte[] hash = digest.digest();
      hash[VERSION_BYTE] = (byte) ((hash[VERSION_BYTE] & 0x0f) | 0x50);
      hash[VARIANT_BYTE] = (byte) ((hash[VARIANT_BYTE] & 0x3f) | 0x80);
      ByteBuffer bytes = ByteBuffer.wrap(hash);
      return new UUID(bytes.getLong(), bytes.getLong()).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1", e);
    }
  }
}
