package ecsadvisor.jobs.source.bill;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The spellings of a cost allocation tag's key: {@code user:CostCenter} in the console and in some
 * exports, {@code user_cost_center} in AWS's Parquet.
 */
final class TagSpelling {
  private TagSpelling() {}

  /**
   * The key as AWS writes it in Parquet: an underscore before each capital, lower case, anything
   * else than letters and digits an underscore, none doubled.
   */
  static String normalised(String key) {
    return key.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^_|_$", "");
  }

  /** The key without what marks it as a user's own, as FOCUS may have it. */
  static String plain(String key) {
    String normalised = normalised(key);
    return normalised.startsWith("user_") ? normalised.substring("user_".length()) : normalised;
  }

  /** The spellings to look for among a map's keys, most usual first. */
  static List<String> candidates(String key) {
    String normalised = normalised(key);
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(normalised);
    spellings.add(key);
    if (normalised.startsWith("aws_ecs_")) {
      spellings.add("aws:ecs:" + camel(normalised.substring("aws_ecs_".length())));
      return new ArrayList<>(spellings);
    }
    if (normalised.startsWith("user_")) {
      String name = normalised.substring("user_".length());
      spellings.add("user:" + name);
      spellings.add("user:" + capital(camel(name)));
      spellings.add(name);
    }
    return new ArrayList<>(spellings);
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_", -1)) {
      camel.append(camel.isEmpty() ? word : capital(word));
    }
    return camel.toString();
  }

  private static String capital(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
