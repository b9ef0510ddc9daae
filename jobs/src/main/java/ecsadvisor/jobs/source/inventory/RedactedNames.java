package ecsadvisor.jobs.source.inventory;

import ecsadvisor.models.secret.SecretDetector;

/** Names of variables, labels and options as they may be shown. */
final class RedactedNames {
  private static final int LONGEST = 256;

  private RedactedNames() {}

  /**
   * A name without what stands behind an equals sign or a space, where people put the value by
   * mistake; empty where the name itself has the form of a secret.
   */
  static String shown(String name, SecretDetector detector) {
    int end = 0;
    while (end < name.length()
        && end < LONGEST
        && name.charAt(end) != '='
        && name.charAt(end) > ' ') {
      end++;
    }
    String shown = name.substring(0, end);
    return detector.isSecretItself(shown) ? "" : shown;
  }
}
