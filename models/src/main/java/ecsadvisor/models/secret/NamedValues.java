package ecsadvisor.models.secret;

import ecsadvisor.models.fact.security.SecretHit.Confidence;
import org.jspecify.annotations.Nullable;

/**
 * How sure it is that a value with a secret's name is one. Short values, words and all that is
 * plain by its form are none; only a long, random one is sure.
 */
final class NamedValues {
  private static final int SHORTEST = 8;
  private static final int SURE_LENGTH = 16;
  private static final int HEX_LENGTH = 32;
  private static final double LIKELY_BITS = 3.0;
  private static final double SURE_BITS = 3.5;

  private NamedValues() {}

  /** How sure it is, or null where the value is no secret. */
  static @Nullable Confidence confidence(String value) {
    String text = value.strip();
    if (text.length() < SHORTEST || PlainValues.isPlain(text)) {
      return null;
    }
    double bits = Entropy.bitsPerCharacter(text);
    boolean digits = text.chars().anyMatch(c -> c >= '0' && c <= '9');
    boolean letters = text.chars().anyMatch(NamedValues::isLetter);
    boolean signs = text.chars().anyMatch(c -> !isLetter(c) && "-_./ 0123456789".indexOf(c) < 0);
    boolean longHex = text.length() >= HEX_LENGTH && text.chars().allMatch(NamedValues::isHex);
    if (longHex && bits >= LIKELY_BITS) {
      return Confidence.HIGH;
    }
    if (text.length() >= SURE_LENGTH && bits >= SURE_BITS && (digits || signs)) {
      return Confidence.HIGH;
    }
    return bits >= LIKELY_BITS || (digits && letters) ? Confidence.MEDIUM : null;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isHex(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
