package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** A tag of a resource. */
public record Tag(String key, String value) implements Serializable {

  /** A key without its spelling: {@code Team}, {@code user:Team}, {@code user_team} are one. */
  public static String plainKey(String key) {
    String lower = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return lower.startsWith("user_") ? lower.substring("user_".length()) : lower;
  }

  /** The value of the first of the keys that has one; empty where none has. */
  public static String first(List<Tag> tags, List<String> keys) {
    for (String key : keys) {
      String plain = plainKey(key);
      for (Tag tag : tags) {
        if (!tag.value().isBlank() && plainKey(tag.key()).equals(plain)) {
          return tag.value().strip();
        }
      }
    }
    return "";
  }
}
