package ecsadvisor.jobs.generate.organisation;

import java.util.SplittableRandom;

/**
 * Randomness from names: the same seed and parts give the same numbers, on any machine and in any
 * order of asking.
 */
public final class Seeds {
  private static final char[] BASE_32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private Seeds() {}

  /** A 64-bit hash of the seed and the parts' texts (FNV-1a, then a finalising mix). */
  public static long hash(long seed, Object... parts) {
    long hash = 0xcbf29ce484222325L ^ seed * 0x9e3779b97f4a7c15L;
    for (Object part : parts) {
      String text = part.toString();
      for (int index = 0; index < text.length(); index++) {
        hash = (hash ^ text.charAt(index)) * 0x100000001b3L;
      }
      hash = (hash ^ '|') * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }

  /** A stream of numbers for the parts. */
  public static SplittableRandom random(long seed, Object... parts) {
    return new SplittableRandom(hash(seed, parts));
  }

  /** Lower-case hexadecimal digits, as in task ids and resource ids. */
  public static String hex(int length, long seed, Object... parts) {
    return text(HEX, length, seed, parts);
  }

  /** Lower-case base-32 letters, as in line item ids. */
  public static String base32(int length, long seed, Object... parts) {
    return text(BASE_32, length, seed, parts);
  }

  /** A random UUID's shape. */
  public static String uuid(long seed, Object... parts) {
    String digits = hex(32, seed, parts);
    return digits.substring(0, 8)
        + "-"
        + digits.substring(8, 12)
        + "-4"
        + digits.substring(13, 16)
        + "-a"
        + digits.substring(17, 20)
        + "-"
        + digits.substring(20);
  }

  private static String text(char[] alphabet, int length, long seed, Object... parts) {
    SplittableRandom random = random(seed, parts);
    char[] letters = new char[length];
    for (int index = 0; index < length; index++) {
      letters[index] = alphabet[random.nextInt(alphabet.length)];
    }
    return new String(letters);
  }
}
