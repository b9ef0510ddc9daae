package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.Locale;

/** A tag of a resource. */
public record Tag(String key, String value) implements Serializable {

  /** A key without its spelling: {@code Team}, {@code user:Team}, {@code user_team} are one. */
  public static String plainKey(String key) {
    String lower = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return lower.startsWith("user_") ? lower.substring("user_".length()) : lower;
  }
}
