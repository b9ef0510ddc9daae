package ecsadvisor.models.fact.security;

import java.io.Serializable;

/**
 * A text that looks like a secret. Neither the text nor a hash of it is here.
 *
 * @param place environment, command, entryPoint, dockerLabels, logOptions or healthCheck
 * @param name the variable, label or option; empty where the place has no names
 * @param rule the rule that found it
 * @param confidence how sure that is
 * @param length the text's length class, such as {@code 16-31}
 */
public record SecretHit(
    String place, String name, String rule, Confidence confidence, String length)
    implements Serializable {
  /** How sure a rule is. */
  public enum Confidence {
    HIGH,
    MEDIUM
  }
}
